variable "name" {
  description = "Prefix of every name of the delivery account, such as bizflow-delivery."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]{1,24}$", var.name))
    error_message = "name must start with bizflow- and be at most 32 lower-case letters, digits and dashes: role names grow from it."
  }
}

variable "services" {
  description = "What is built: the service's ECR repository and the Git repository of its source."
  type = map(object({
    repository = string
    source     = string
  }))

  validation {
    condition     = length(var.services) > 0
    error_message = "services must name at least one service."
  }
  validation {
    condition     = alltrue([for name in keys(var.services) : can(regex("^[a-z0-9]+(-[a-z0-9]+)*$", name)) && length(name) <= 20])
    error_message = "Each key of services must be a DNS label of at most 20 characters."
  }
  validation {
    condition     = alltrue([for s in values(var.services) : can(regex("^https://github\\.com/[^/]+/[^/]+\\.git$", s.source))])
    error_message = "Each source of services must be https://github.com/<owner>/<name>.git."
  }
}

variable "mirrored_repositories" {
  description = "ECR repositories of images that others publish and we keep a copy of; nothing is built for them."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for r in var.mirrored_repositories : can(regex("^bizflow/[a-z0-9]+(-[a-z0-9]+)*$", r))])
    error_message = "Each of mirrored_repositories must be bizflow/<name>, which replication and readers know."
  }
}

variable "platform_source" {
  description = "Git repository of the platform: its commands run in every build, and its lock pins what they made."
  type        = string

  validation {
    condition     = can(regex("^https://github\\.com/[^/]+/[^/]+\\.git$", var.platform_source))
    error_message = "platform_source must be https://github.com/<owner>/<name>.git."
  }
}

variable "branches" {
  description = "The branch whose push is built for staging, and the one whose push asks for production."
  type = object({
    staging    = string
    production = string
  })

  validation {
    condition     = var.branches.staging != var.branches.production
    error_message = "branches.staging and branches.production must differ, or one push would be both."
  }
  validation {
    condition     = alltrue([for b in values(var.branches) : can(regex("^[A-Za-z0-9][A-Za-z0-9/_-]*$", b))])
    error_message = "Each of branches must be a branch name, not a pattern."
  }
}

variable "replica_regions" {
  description = "The other regions of the fleet, where module registry must be applied before replication starts."
  type        = set(string)

  validation {
    condition     = length(var.replica_regions) <= 25
    error_message = "replica_regions may name at most 25 regions: ECR replicates to no more."
  }
  validation {
    condition     = alltrue([for r in var.replica_regions : can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", r))])
    error_message = "Each of replica_regions must be the id of an AWS region."
  }
}

variable "pull_accounts" {
  description = "AWS accounts of the environments, whose clusters may pull."
  type        = set(string)

  validation {
    condition     = length(var.pull_accounts) > 0 && alltrue([for id in var.pull_accounts : can(regex("^[0-9]{12}$", id))])
    error_message = "pull_accounts must contain at least one account id, each of 12 digits."
  }
}

variable "kms_key_arn" {
  description = "KMS key of the delivery account; its policy lets CloudWatch Logs of this region use it."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key, not of an alias."
  }
}

variable "signing_keys" {
  description = "Alias of the key that signs each thing that is delivered: what the builds push, and what the platform's repository renders."
  type = object({
    images  = string
    renders = string
  })

  validation {
    condition     = alltrue([for a in values(var.signing_keys) : can(regex("^alias/bizflow-[a-z-]+$", a))])
    error_message = "Each of signing_keys must be alias/bizflow-<name>."
  }
  validation {
    condition     = var.signing_keys.images != var.signing_keys.renders
    error_message = "signing_keys must differ: who may sign images may sign no renders."
  }
}

variable "scanning" {
  description = "ECR's own scan: ENHANCED (Amazon Inspector) or BASIC."
  type        = string
  default     = "ENHANCED"

  validation {
    condition     = contains(["ENHANCED", "BASIC"], var.scanning)
    error_message = "scanning must be ENHANCED or BASIC."
  }
}

variable "secrets" {
  description = "ARNs in Secrets Manager, encrypted with kms_key_arn: Snyk's token, and a GitHub token that may write contents and pull requests of the platform's repository."
  type = object({
    snyk_token   = string
    github_token = string
  })

  validation {
    condition     = alltrue([for arn in values(var.secrets) : can(regex("^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$", arn))])
    error_message = "Each of secrets must be the ARN of a secret, never the secret itself."
  }
}

variable "staging_reader_role_arn" {
  description = "Role of staging's account, made by module pipeline-access, that may look at staging's cluster."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/.+$", var.staging_reader_role_arn))
    error_message = "staging_reader_role_arn must be the ARN of an IAM role."
  }
}

variable "staging_external_id" {
  description = "What the staging stage says when it takes that role."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9/-]{2,}$", var.staging_external_id))
    error_message = "staging_external_id must be lower-case letters, digits, dashes and slashes."
  }
}

variable "vpc" {
  description = "Where the staging stage runs: subnets that staging's account shares, in which its cluster answers."
  type = object({
    id          = string
    subnet_arns = list(string)
  })

  validation {
    condition     = length(var.vpc.subnet_arns) > 0 && alltrue([for arn in var.vpc.subnet_arns : can(regex("^arn:[a-z-]+:ec2:[a-z0-9-]+:[0-9]{12}:subnet/.+$", arn))])
    error_message = "vpc must name at least one subnet, each by its ARN: they belong to another account."
  }
}

variable "machine" {
  description = "Where builds run: CodeBuild's image for arm64, so that Graviton is native and amd64 is emulated."
  type = object({
    image   = string
    compute = string
  })
  default = {
    image   = "aws/codebuild/amazonlinux-aarch64-standard:3.0"
    compute = "BUILD_GENERAL1_LARGE"
  }

  validation {
    condition     = strcontains(var.machine.image, "aarch64") || strcontains(var.machine.image, "arm64")
    error_message = "machine.image must be an arm64 image: builds run on Graviton."
  }
  validation {
    condition     = can(regex("^BUILD_GENERAL1_(SMALL|MEDIUM|LARGE|XLARGE|2XLARGE)$", var.machine.compute))
    error_message = "machine.compute must be one of CodeBuild's BUILD_GENERAL1 types."
  }
}

variable "log_retention_days" {
  description = "Days that the logs of builds are kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs offers, at least 90."
  }
}
