variable "hub_name" {
  description = "Name of the hub's Transit Gateway: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.hub_name))
    error_message = "hub_name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "spoke_name" {
  description = "Name of the spoke's Transit Gateway: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.spoke_name)) && var.spoke_name != var.hub_name
    error_message = "spoke_name must start with 'bizflow-' and be another one than the hub's: a gateway does not peer with itself."
  }
}

variable "hub_cidrs" {
  description = "Blocks of the hub that the spoke may reach. Empty: the link stands, and carries nothing."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.hub_cidrs : can(cidrhost(cidr, 0)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "hub_cidrs must be CIDR blocks of /16 or smaller: a wider one would include networks that are not in the catalog."
  }
}

variable "spoke_cidrs" {
  description = "Blocks of the spoke that the hub may reach. Empty: the link stands, and carries nothing."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.spoke_cidrs : can(cidrhost(cidr, 0)) && try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "spoke_cidrs must be CIDR blocks of /16 or smaller: a wider one would include networks that are not in the catalog."
  }

  validation {
    condition     = (length(var.spoke_cidrs) == 0) == (length(var.hub_cidrs) == 0)
    error_message = "spoke_cidrs and hub_cidrs must be both empty or both not: a way without a way back carries no connection."
  }
}

variable "vpc_peering" {
  description = "Whether the two VPCs are peered as well, beside the gateways. It carries nothing until route tables name it."
  type        = bool
  default     = false
}
