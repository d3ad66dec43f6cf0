variable "name" {
  description = "Prefix of every name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "identifier" {
  description = "The replication group's id, as the document and the runbooks name it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{0,39}$", var.identifier)) && !endswith(var.identifier, "-") && !strcontains(var.identifier, "--")
    error_message = "identifier must be one that ElastiCache accepts: lower-case letters, digits and single dashes, 40 at most."
  }
}

variable "global_datastore" {
  description = "Membership in a Global Datastore: who founded it, the suffix of its id for the founder and the whole id with AWS's prefix for who joins, and who takes writes now. Null keeps the data in the region."
  type = object({
    id      = string
    role    = string
    founder = bool
  })

  validation {
    condition     = var.global_datastore == null || contains(["primary", "secondary"], try(var.global_datastore.role, ""))
    error_message = "A member of a Global Datastore is primary or secondary."
  }
}

variable "engine_version" {
  description = "Redis OSS version."
  type        = string

  validation {
    condition     = can(regex("^7\\.[0-9]$", var.engine_version))
    error_message = "engine_version must be a Redis OSS version 7.x."
  }
}

variable "node_type" {
  description = "ElastiCache node type; equal in all members of a Global Datastore."
  type        = string

  validation {
    condition     = can(regex("^cache\\.[a-z0-9]+\\.[a-z0-9]+$", var.node_type))
    error_message = "node_type must be an ElastiCache node type, like cache.r6g.large."
  }
}

variable "replicas" {
  description = "Replicas beside the primary node."
  type        = number

  validation {
    condition     = var.replicas >= 0 && var.replicas <= 5
    error_message = "ElastiCache accepts 0 to 5 replicas."
  }
}

variable "multi_az" {
  description = "Whether another zone's replica takes over by itself."
  type        = bool
}

variable "snapshot_days" {
  description = "How long daily snapshots are kept."
  type        = number

  validation {
    condition     = var.snapshot_days >= 1 && var.snapshot_days <= 35
    error_message = "ElastiCache keeps snapshots 1 to 35 days."
  }
}

variable "deletion_protection" {
  description = "Whether a last snapshot is taken before the group is deleted."
  type        = bool
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
    error_message = "Multi-AZ asks for subnets in at least two zones."
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
  description = "Redis's port."
  type        = number

  validation {
    condition     = var.port >= 1024 && var.port <= 65535
    error_message = "port must be an unprivileged port."
  }
}

variable "kms_key_arn" {
  description = "The region's own key."
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
  description = "How long logs are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}

variable "auth_token" {
  description = "What clients authenticate with; null for a secondary that joined. The provider keeps it in the state, which is encrypted."
  type        = string
  sensitive   = true

  validation {
    condition     = var.auth_token == null || can(regex("^[A-Za-z0-9]{16,128}$", var.auth_token))
    error_message = "auth_token must be 16 to 128 letters and digits, so that it needs no escaping in a URL."
  }
}

variable "url_secret_arn" {
  description = "The secret that holds REDIS_URL; unused by a secondary."
  type        = string
}

variable "credentials_version" {
  description = "Raise it to write REDIS_URL again."
  type        = number

  validation {
    condition     = var.credentials_version >= 1
    error_message = "credentials_version must be 1 or more."
  }
}
