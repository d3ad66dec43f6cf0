variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name)) && length(var.name) <= 44
    error_message = "name must start with 'bizflow-', hold lower-case letters, digits and hyphens only, and leave room for a bucket's ending (44 characters)."
  }
}

variable "finding_topic_arn" {
  description = "SNS topic of this region that every finding reaches; its policy must admit events.amazonaws.com."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:.+$", var.finding_topic_arn))
    error_message = "finding_topic_arn must be the ARN of an SNS topic: without it no person receives a finding."
  }
}

variable "records_global_events" {
  description = "Whether events of global services (IAM, CloudFront, Route 53) are recorded here. True in one region only, the one in which AWS emits them."
  type        = bool
}

variable "guardduty_features" {
  description = "What GuardDuty looks at beside flow logs, DNS and CloudTrail. Not every region has every feature."
  type        = set(string)
  default     = ["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "RDS_LOGIN_EVENTS", "RUNTIME_MONITORING", "S3_DATA_EVENTS"]

  validation {
    condition = length(setsubtract(var.guardduty_features, [
      "EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "RUNTIME_MONITORING", "S3_DATA_EVENTS",
    ])) == 0
    error_message = "guardduty_features must be names of GuardDuty's API, like 'EKS_AUDIT_LOGS'."
  }
}

variable "finding_min_severity" {
  description = "GuardDuty findings from this severity on reach the topic: 4 is medium, 7 high (GuardDuty guide, \"Severity levels\")."
  type        = number
  default     = 4

  validation {
    condition     = var.finding_min_severity >= 1 && var.finding_min_severity < 9
    error_message = "finding_min_severity must be from 1 to below 9, or no finding would pass."
  }
}

variable "macie" {
  description = "Whether Macie looks for personal data in S3. Not every region has it (me-central-1 does not)."
  type        = bool
}

variable "security_standards" {
  description = "Security Hub standards by the end of their ARN."
  type        = set(string)
  default     = ["aws-foundational-security-best-practices/v/1.0.0", "cis-aws-foundations-benchmark/v/3.0.0"]

  validation {
    condition     = alltrue([for standard in var.security_standards : can(regex("^[a-z0-9-]+/v/[0-9.]+$", standard))])
    error_message = "Each standard must read like 'aws-foundational-security-best-practices/v/1.0.0'."
  }
}

variable "config_rules" {
  description = "AWS Config's managed rules by our names: what the document promises, checked for as long as it stands."
  type        = map(string)
  default = {
    buckets-block-the-public         = "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED"
    buckets-encrypt                  = "S3_DEFAULT_ENCRYPTION_KMS"
    buckets-refuse-plain-text        = "S3_BUCKET_SSL_REQUESTS_ONLY"
    clusters-encrypt-secrets         = "EKS_SECRETS_ENCRYPTED"
    databases-are-backed-up          = "DB_INSTANCE_BACKUP_ENABLED"
    databases-encrypt                = "RDS_STORAGE_ENCRYPTED"
    databases-stay-private           = "RDS_INSTANCE_PUBLIC_ACCESS_CHECK"
    keys-rotate                      = "CMK_BACKING_KEY_ROTATION_ENABLED"
    security-groups-open-no-shell    = "INCOMING_SSH_DISABLED"
    trail-records                    = "CLOUD_TRAIL_ENABLED"
    volumes-encrypt                  = "ENCRYPTED_VOLUMES"
    vpcs-log-their-flows             = "VPC_FLOW_LOGS_ENABLED"
    redis-snapshots-are-kept         = "ELASTICACHE_REDIS_CLUSTER_AUTOMATIC_BACKUP_CHECK"
    default-security-group-is-closed = "VPC_DEFAULT_SECURITY_GROUP_CLOSED"
  }

  validation {
    condition     = alltrue([for source in values(var.config_rules) : can(regex("^[A-Z0-9_]+$", source))])
    error_message = "config_rules must name AWS Config's managed rules by their identifiers, like 'RDS_STORAGE_ENCRYPTED'."
  }
}

variable "data_event_bucket_arns" {
  description = "Buckets whose objects' reads and writes are recorded: those that hold tenants' data."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.data_event_bucket_arns : can(regex("^arn:[a-z-]+:s3:::[a-z0-9.-]+$", arn))])
    error_message = "data_event_bucket_arns must contain ARNs of buckets, without a path."
  }
}

variable "retention_days" {
  description = "Days that trail and configuration history stay in S3."
  type        = number
  default     = 365

  validation {
    condition     = var.retention_days >= 90
    error_message = "retention_days must be at least 90: an intrusion is often found after weeks."
  }
}

variable "log_retention_days" {
  description = "Days that the trail stays searchable in CloudWatch Logs."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs offers, 30 or longer."
  }
}
