variable "repositories" {
  description = "Names of the ECR repositories, one per service, the same in every region."
  type        = set(string)

  validation {
    condition     = length(var.repositories) > 0
    error_message = "repositories must name at least one repository."
  }
  validation {
    condition     = alltrue([for name in var.repositories : can(regex("^bizflow/[a-z0-9]+(-[a-z0-9]+)*$", name))])
    error_message = "Each of repositories must be bizflow/<service>, lower case: the replication filter is bizflow/."
  }
}

variable "pull_accounts" {
  description = "AWS accounts of the environments, whose nodes and Fargate pods may pull."
  type        = set(string)

  validation {
    condition     = length(var.pull_accounts) > 0
    error_message = "pull_accounts must name at least one account, or no cluster can pull."
  }
  validation {
    condition     = alltrue([for id in var.pull_accounts : can(regex("^[0-9]{12}$", id))])
    error_message = "Each of pull_accounts must be an account id of 12 digits."
  }
}

variable "kms_key_arn" {
  description = "KMS key of this region that encrypts the images; a repository can never change it."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, not of an alias."
  }
}

variable "scanning" {
  description = "ENHANCED scans continuously with Amazon Inspector; BASIC scans each push with ECR's own scanner."
  type        = string
  default     = "ENHANCED"

  validation {
    condition     = contains(["ENHANCED", "BASIC"], var.scanning)
    error_message = "scanning must be ENHANCED or BASIC: pin-images refuses an image that nothing has scanned."
  }
}

variable "untagged_days" {
  description = "Days until an image that no tag and no index names is removed: the rest of a push that broke off."
  type        = number
  default     = 14

  validation {
    condition     = var.untagged_days >= 1 && var.untagged_days == floor(var.untagged_days)
    error_message = "untagged_days must be a whole number of days, at least 1."
  }
}
