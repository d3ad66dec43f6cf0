variable "name" {
  description = "Prefix of every name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "buckets" {
  description = "Buckets by name. A replica is the bucket in another region that receives every object, and the alias of that region's key; null keeps the objects in the region."
  type = map(object({
    purpose       = string
    storage_class = string
    replica = object({
      bucket_arn = string
      key_alias  = string
      region     = string
    })
  }))

  validation {
    condition     = alltrue([for name in keys(var.buckets) : can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", name))])
    error_message = "A bucket's name has 3 to 63 lower-case letters, digits and dashes."
  }

  validation {
    condition     = alltrue([for name in keys(var.buckets) : startswith(name, var.name)])
    error_message = "A bucket's name starts with its place."
  }

  validation {
    condition     = alltrue([for bucket in values(var.buckets) : contains(["STANDARD", "INTELLIGENT_TIERING"], bucket.storage_class)])
    error_message = "A bucket's storage class is STANDARD or INTELLIGENT_TIERING."
  }
}

variable "kms_key_arn" {
  description = "The region's own storage key."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "noncurrent_days" {
  description = "How long an overwritten or deleted version is kept."
  type        = number
  default     = 35

  validation {
    condition     = var.noncurrent_days >= 1
    error_message = "noncurrent_days must be 1 or more."
  }
}
