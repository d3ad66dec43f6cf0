variable "name" {
  description = "Name of the budget: `bizflow-<account>-account`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "limit_usd" {
  description = "Dollars a month that the account may cost."
  type        = number

  validation {
    condition     = var.limit_usd > 0
    error_message = "limit_usd must be above 0."
  }
}

variable "emails" {
  description = "Addresses that AWS Budgets writes to. Without one it watches and tells no one."
  type        = list(string)

  validation {
    condition     = length(var.emails) <= 10
    error_message = "emails must contain at most 10 addresses: AWS Budgets takes no more for a notification."
  }
}
