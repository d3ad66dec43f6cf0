variable "name" {
  description = "Prefix of every role's name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "oidc_provider_arn" {
  description = "The cluster's OIDC provider in IAM."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:iam::[0-9]{12}:oidc-provider/.+$", var.oidc_provider_arn))
    error_message = "oidc_provider_arn must be the ARN of an OIDC provider."
  }
}

variable "oidc_issuer" {
  description = "The cluster's OIDC issuer without its scheme."
  type        = string

  validation {
    condition     = !startswith(var.oidc_issuer, "https://")
    error_message = "oidc_issuer stands without https://, as trust policies spell it."
  }
}

variable "roles" {
  description = "Roles by their full names, which gitops/ derives too: the one service account that may take each, and what it may do."
  type = map(object({
    namespace       = string
    service_account = string
    statements = list(object({
      sid       = string
      actions   = list(string)
      resources = list(string)
      condition = map(map(list(string)))
    }))
  }))

  validation {
    condition     = alltrue([for role in keys(var.roles) : startswith(role, "${var.name}-") && length(role) <= 64])
    error_message = "A role's name must start with the place's and have 64 characters at most."
  }

  validation {
    condition     = alltrue([for role in values(var.roles) : can(regex("^[a-z0-9-]+$", role.namespace)) && can(regex("^[a-z0-9-]+$", role.service_account))])
    error_message = "A role trusts one service account by name; wildcards are refused."
  }

  validation {
    condition     = alltrue([for role in values(var.roles) : alltrue([for statement in role.statements : alltrue([for action in statement.actions : action != "*" && !endswith(action, ":*")])])])
    error_message = "A statement names its actions; a whole service is never meant."
  }
}
