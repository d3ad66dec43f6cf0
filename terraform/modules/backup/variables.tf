variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "kms_key_arn" {
  description = "KMS key of the vault; a recovery point of RDS keeps the key of its instance beside it."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a key, not of an alias: AWS Backup does not resolve aliases."
  }
}

variable "notification_topic_arn" {
  description = "SNS topic of this region that hears of failed backups; its policy must admit backup.amazonaws.com."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:.+$", var.notification_topic_arn))
    error_message = "notification_topic_arn must be the ARN of an SNS topic."
  }
}

variable "retention_days" {
  description = "Days a recovery point is kept; the document's table asks for 35 everywhere."
  type        = number

  validation {
    condition     = var.retention_days >= 1 && var.retention_days <= 35 && floor(var.retention_days) == var.retention_days
    error_message = "retention_days must be a whole number from 1 to 35: continuous backups end there."
  }
}

variable "job_minutes" {
  description = "Minutes within which a job must begin and then end; AWS Backup gives up one that does not."
  type        = object({ begin = number, end = number })

  validation {
    condition     = var.job_minutes.begin >= 60 && var.job_minutes.end > var.job_minutes.begin
    error_message = "job_minutes.begin must be 60 or more, and end more than begin, as AWS Backup asks."
  }
}

variable "log_kms_key_arn" {
  description = "KMS key of the log of completed jobs; its policy must admit logs.<region>."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.log_kms_key_arn))
    error_message = "log_kms_key_arn must be the ARN of a key, not of an alias: CloudWatch Logs resolves none."
  }
}

variable "log_retention_days" {
  description = "How long the log of completed jobs is kept."
  type        = number

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of the spans that CloudWatch Logs offers, such as 30, 90 or 365."
  }
}

variable "watched" {
  description = "EventBridge rules by name: each matches the completed backups of one resource, or its copies in the vault `copied_to`."
  type        = map(object({ resource = string, copied_to = optional(string) }))

  validation {
    condition     = alltrue([for name in keys(var.watched) : can(regex("^[A-Za-z0-9._-]{1,64}$", name))])
    error_message = "A rule's name must contain letters, digits and . _ - only, at most 64."
  }
}

variable "tiers" {
  description = "What each tier of the document's \"RPO/RTO Targets\" backs up, and when (cron, UTC). Databases restore to a point in time by RDS itself; here they get the copies that survive their instance. `copies_to` names vaults in other regions; without any a tier stays at home."
  type = map(object({
    schedule   = string
    continuous = bool
    resources  = list(string)
    copies_to  = optional(list(string), [])
  }))

  validation {
    condition     = length(setsubtract(keys(var.tiers), ["critical", "high", "standard", "low"])) == 0
    error_message = "tiers must be named as the document names them: critical, high, standard, low."
  }

  validation {
    condition     = alltrue([for tier in values(var.tiers) : can(regex("^cron\\(.+\\)$", tier.schedule))])
    error_message = "Each tier's schedule must be a cron expression, like 'cron(0 18 * * ? *)'."
  }

  validation {
    condition     = alltrue([for tier in values(var.tiers) : length(tier.resources) > 0])
    error_message = "Each tier must name a resource: a tier without one backs up nothing and looks as if it did."
  }

  # With continuous backups AWS Backup takes retention and window of an instance over, and every plan
  # of the root that owns the instance would want them back.
  validation {
    condition = alltrue(flatten([
      for tier in values(var.tiers) : [for arn in tier.resources : !tier.continuous || !can(regex(":rds:", arn))]
    ]))
    error_message = "A database must not be backed up continuously here: RDS keeps its own point-in-time backups."
  }

  validation {
    condition = alltrue(flatten([
      for tier in values(var.tiers) : [
        for arn in tier.copies_to : can(regex("^arn:[a-z-]+:backup:[a-z0-9-]+:[0-9]{12}:backup-vault:.+$", arn))
      ]
    ]))
    error_message = "copies_to must contain ARNs of backup vaults."
  }
}
