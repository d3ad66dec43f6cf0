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

variable "secrets" {
  description = "Secrets by their full names, as gitops/ derives them, and the regions that hold a copy."
  type = map(object({
    description     = string
    replica_regions = set(string)
  }))

  validation {
    condition     = alltrue([for name in keys(var.secrets) : can(regex("^bizflow/[a-z]+/[a-z0-9-]+/[a-z0-9-]+$", name))])
    error_message = "A secret is named bizflow/<environment>/<region>/<secret>."
  }
}

variable "written_secrets" {
  description = "Secrets whose values Terraform writes, and a number for each: raise it to write the value again. All others are filled by hand."
  type        = map(number)

  validation {
    condition     = alltrue([for name, version in var.written_secrets : contains(keys(var.secrets), name)])
    error_message = "written_secrets must be among secrets."
  }
  validation {
    condition     = alltrue([for name, version in var.written_secrets : version >= 1 && floor(version) == version])
    error_message = "The numbers of written_secrets must be whole ones from 1 up."
  }
}

variable "secret_values" {
  description = "Values of written_secrets by name. They are in no plan and no state."
  type        = map(string)
  ephemeral   = true
  sensitive   = true
}

variable "secret_recovery_days" {
  description = "How long a deleted secret can be restored."
  type        = number
  default     = 30

  validation {
    condition     = var.secret_recovery_days >= 7 && var.secret_recovery_days <= 30
    error_message = "Secrets Manager waits 7 to 30 days."
  }
}

variable "origin_acl" {
  description = "The web ACL of the load balancer behind CloudFront: its name, the edge policy's rules as rule_json, and the header that only CloudFront knows. Null where nothing is behind CloudFront."
  type = object({
    name          = string
    rules         = string
    header        = string
    header_values = list(string)
  })

  validation {
    condition     = var.origin_acl == null || can([for rule in jsondecode(var.origin_acl.rules) : rule.Priority + 1])
    error_message = "origin_acl.rules must be a JSON list of rules with priorities."
  }

  validation {
    condition     = var.origin_acl == null || try(length(var.origin_acl.header_values) == 2 && var.origin_acl.header == lower(var.origin_acl.header), false)
    error_message = "origin_acl accepts two values, one in use and one to come, of a header in lower case."
  }
}

variable "direct_acl" {
  description = "The web ACL that the cluster makes, and whether it has been made."
  type = object({
    name   = string
    exists = bool
  })

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,128}$", var.direct_acl.name))
    error_message = "direct_acl.name must be a name that WAF accepts."
  }
}

variable "redacted_headers" {
  description = "Headers whose values never reach a log."
  type        = set(string)

  validation {
    condition     = contains(var.redacted_headers, "authorization") && contains(var.redacted_headers, "cookie")
    error_message = "redacted_headers must contain authorization and cookie."
  }
}

variable "log_retention_days" {
  description = "How long logs of the web ACLs are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}
