variable "name" {
  description = "Prefix of every name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "keys" {
  description = "The document's four KMS keys by purpose; the alias stands without its alias/ prefix."
  type = map(object({
    alias         = string
    scope         = string
    rotation_days = number
  }))

  validation {
    condition     = toset(keys(var.keys)) == toset(["application", "database", "secrets", "storage"])
    error_message = "keys must have exactly the purposes application, database, secrets and storage."
  }

  validation {
    condition     = alltrue([for key in values(var.keys) : contains(["regional", "multi-region"], key.scope)])
    error_message = "A key's scope must be regional or multi-region."
  }

  validation {
    condition     = alltrue([for key in values(var.keys) : key.rotation_days >= 90 && key.rotation_days <= 2560])
    error_message = "KMS rotates a key every 90 to 2560 days."
  }
}

variable "multi_region_role" {
  description = "primary in the hub, where multi-Region keys are made; replica elsewhere."
  type        = string

  validation {
    condition     = contains(["primary", "replica"], var.multi_region_role)
    error_message = "multi_region_role must be primary or replica."
  }
}

variable "primary_key_arns" {
  description = "ARNs of the primaries by purpose, for replicas; empty in the hub."
  type        = map(string)

  validation {
    condition     = alltrue([for arn in values(var.primary_key_arns) : can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/mrk-[0-9a-f]{32}$", arn))])
    error_message = "primary_key_arns must be ARNs of multi-Region keys (mrk-...)."
  }

  validation {
    condition     = var.multi_region_role == "primary" || alltrue([for purpose, key in var.keys : key.scope != "multi-region" || contains(keys(var.primary_key_arns), purpose)])
    error_message = "A replica needs the primary's ARN of every multi-region key."
  }
}

variable "key_deletion_days" {
  description = "How long a deleted key can still be saved."
  type        = number
  default     = 30

  validation {
    condition     = var.key_deletion_days >= 7 && var.key_deletion_days <= 30
    error_message = "KMS waits 7 to 30 days."
  }
}
