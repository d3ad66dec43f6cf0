variable "name" {
  description = "Prefix of every name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "identifier" {
  description = "The instance's identifier, as the document and the runbooks name it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,62}$", var.identifier)) && !endswith(var.identifier, "-") && !strcontains(var.identifier, "--")
    error_message = "identifier must be one that RDS accepts: lower-case letters, digits and single dashes, 63 at most."
  }
}

variable "replica_of" {
  description = "ARN of the writer in another region, or null for a writer. Null after a value promotes the replica in place."
  type        = string

  validation {
    condition     = var.replica_of == null || can(regex("^arn:[^:]+:rds:[^:]+:[0-9]{12}:db:.+$", var.replica_of))
    error_message = "replica_of must be the ARN of an RDS instance, or null."
  }
}

variable "engine_version" {
  description = "PostgreSQL's major version; minor versions follow by themselves."
  type        = string

  validation {
    condition     = can(regex("^1[4-9]$", var.engine_version))
    error_message = "engine_version must be a major version of PostgreSQL from 14 on, which backs up replicas."
  }
}

variable "instance_class" {
  description = "RDS instance class."
  type        = string

  validation {
    condition     = can(regex("^db\\.[a-z0-9]+\\.[a-z0-9]+$", var.instance_class))
    error_message = "instance_class must be an RDS instance class, like db.r6g.xlarge."
  }
}

variable "storage_gb" {
  description = "Size of the gp3 volume."
  type        = number

  validation {
    condition     = var.storage_gb >= 20 && var.storage_gb <= 65536
    error_message = "A gp3 volume has 20 to 65536 GiB."
  }
}

variable "multi_az" {
  description = "Whether a standby in another zone holds every write."
  type        = bool
}

variable "backup_days" {
  description = "How long automated backups are kept."
  type        = number

  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "RDS keeps backups 1 to 35 days, and 0 would end them."
  }
}

variable "backup_window" {
  description = "When the daily backup starts, UTC."
  type        = string

  validation {
    condition     = can(regex("^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$", var.backup_window))
    error_message = "backup_window must be hh:mm-hh:mm."
  }
}

variable "maintenance_window" {
  description = "When AWS may restart the instance, UTC."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{3}:[0-2][0-9]:[0-5][0-9]-[a-z]{3}:[0-2][0-9]:[0-5][0-9]$", var.maintenance_window))
    error_message = "maintenance_window must be ddd:hh:mm-ddd:hh:mm."
  }
}

variable "restorable_age" {
  description = "The metric of how far the latest restorable time is behind, in seconds; a replica measures none."
  type        = object({ namespace = string, metric = string })

  validation {
    condition     = !startswith(var.restorable_age.namespace, "AWS/")
    error_message = "restorable_age.namespace must not begin with AWS/: CloudWatch keeps those to AWS."
  }
}

variable "deletion_protection" {
  description = "Whether RDS refuses to delete the instance."
  type        = bool
}

variable "final_snapshot" {
  description = "Whether the instance leaves a last snapshot; as deletion_protection says, where it is null."
  type        = bool
  default     = null
}

variable "vpc_id" {
  description = "The VPC."
  type        = string
}

variable "subnet_ids" {
  description = "Database subnets in at least two zones."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "RDS asks for subnets in at least two zones."
  }
}

variable "client_cidrs" {
  description = "Private subnets whose pods connect: the region's own, and those of regions that write here."
  type        = list(string)

  validation {
    condition     = alltrue([for cidr in var.client_cidrs : try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "client_cidrs must be subnets, never the Internet."
  }
}

variable "port" {
  description = "PostgreSQL's port."
  type        = number

  validation {
    condition     = var.port >= 1150 && var.port <= 65535
    error_message = "RDS accepts ports 1150 to 65535."
  }
}

variable "kms_key_arn" {
  description = "The region's own database key; a replica in another region needs its own key."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_kms_key_arn" {
  description = "Key of the log groups."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "How long exported logs are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}

variable "insights_mode" {
  description = "Database Insights: advanced keeps 15 months, standard a week."
  type        = string

  validation {
    condition     = contains(["advanced", "standard"], var.insights_mode)
    error_message = "insights_mode must be advanced or standard."
  }
}

variable "slow_query_milliseconds" {
  description = "Statements that take longer are logged."
  type        = number

  validation {
    condition     = var.slow_query_milliseconds >= 1
    error_message = "slow_query_milliseconds must be 1 or more: 0 logs every statement, tenants' data included."
  }
}

variable "database_name" {
  description = "The database."
  type        = string
  default     = "bizflow"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.database_name))
    error_message = "database_name must be a PostgreSQL identifier."
  }
}

variable "administrator" {
  description = "The master user, for migrations only: as the owner it would pass by row-level security."
  type        = string
  default     = "bizflow_admin"

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,15}$", var.administrator)) && !contains(["postgres", "admin", "rdsadmin"], var.administrator)
    error_message = "administrator must be a name that RDS takes: 1 to 16 letters, digits and _, and not reserved."
  }
}

variable "administrator_password" {
  description = "The master user's password; null for a replica, which has its source's."
  type        = string
  default     = null
  ephemeral   = true
  sensitive   = true
}

variable "application_user" {
  description = "The login that services use, bound by row-level security; a migration makes it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9_]{0,62}$", var.application_user))
    error_message = "application_user must be a PostgreSQL identifier."
  }
}

variable "application_password" {
  description = "The application user's password; null for a replica."
  type        = string
  default     = null
  ephemeral   = true
  sensitive   = true
}

variable "application_password_number" {
  description = "Which password of the logins this is; the URL is written again when it changes."
  type        = number

  validation {
    condition     = var.application_password_number >= 1
    error_message = "application_password_number must be 1 or more."
  }
}

variable "ssl_mode" {
  description = "What the URLs demand of TLS."
  type        = string

  validation {
    condition     = contains(["require", "verify-ca", "verify-full"], var.ssl_mode)
    error_message = "ssl_mode must be one that refuses a connection without TLS, as rds.force_ssl does."
  }
}

variable "url_secret_arn" {
  description = "The secret that holds DATABASE_URL; unused by a replica."
  type        = string
}

variable "migration_url_secret_arn" {
  description = "The secret that holds the URL of the master user, with which migrations run; unused by a replica."
  type        = string
}

variable "credentials_version" {
  description = "Raise it to write the master user's password and URL again."
  type        = number

  validation {
    condition     = var.credentials_version >= 1
    error_message = "credentials_version must be 1 or more."
  }
}
