variable "name" {
  description = "Prefix of every name: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "vpc_id" {
  description = "The VPC, whose internet_route is inspected."
  type        = string
}

variable "internet_gateway_id" {
  description = "The VPC's Internet gateway."
  type        = string
}

variable "zones" {
  description = "Availability zones in the order of the subnets."
  type        = list(string)

  validation {
    condition     = length(var.zones) >= 1 && length(distinct(var.zones)) == length(var.zones)
    error_message = "zones must be different availability zones."
  }
}

variable "firewall_cidrs" {
  description = "A block per zone for the firewall's endpoints."
  type        = list(string)

  validation {
    condition     = length(var.firewall_cidrs) == length(var.zones) && alltrue([for cidr in var.firewall_cidrs : can(cidrnetmask(cidr)) && try(tonumber(split("/", cidr)[1]) <= 28, false)])
    error_message = "firewall_cidrs must be one IPv4 block of /28 or larger per zone."
  }
}

variable "public_cidrs" {
  description = "The public subnets, in the order of the zones."
  type        = list(string)

  validation {
    condition     = length(var.public_cidrs) == length(var.zones)
    error_message = "public_cidrs must contain one block per zone."
  }
}

variable "public_route_table_ids" {
  description = "Route tables of the public subnets, in the order of the zones."
  type        = list(string)

  validation {
    condition     = length(var.public_route_table_ids) == length(var.zones)
    error_message = "public_route_table_ids must contain one table per zone."
  }
}

variable "allowed_domains" {
  description = "Names that pods may reach; a leading dot means every name below it."
  type        = list(string)

  validation {
    condition     = length(var.allowed_domains) > 0 && alltrue([for domain in var.allowed_domains : can(regex("^\\.?[a-z0-9-]+(\\.[a-z0-9-]+)+$", domain))])
    error_message = "allowed_domains must be host names, or names below a domain like .example.com."
  }
}

variable "kms_key_arn" {
  description = "Key of the firewall and its logs."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "deletion_protection" {
  description = "Whether AWS refuses to delete the firewall: the public subnets have no other way."
  type        = bool
}

variable "log_group" {
  description = "Beginning of the log groups' names."
  type        = string

  validation {
    condition     = startswith(var.log_group, "/bizflow/")
    error_message = "log_group must start with /bizflow/."
  }
}

variable "log_retention_days" {
  description = "How long the firewall's logs are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}
