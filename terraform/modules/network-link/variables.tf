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
  description = "Routes of each VPC to the other by a peering of the two, with the Name tags of their tables; null builds none."
  type = object({
    hub_routes   = list(object({ table = string, cidr = string }))
    spoke_routes = list(object({ table = string, cidr = string }))
  })
  default = null

  validation {
    condition     = try(length(var.vpc_peering.hub_routes) > 0 && length(var.vpc_peering.spoke_routes) > 0, var.vpc_peering == null)
    error_message = "vpc_peering must have routes at both ends: a peering that no route names carries nothing."
  }

  validation {
    condition     = var.vpc_peering == null || length(var.hub_cidrs) + length(var.spoke_cidrs) == 0
    error_message = "vpc_peering and hub_cidrs, spoke_cidrs are two ways for the same packets: give one of them."
  }

  validation {
    condition = alltrue([
      for route in concat(try(var.vpc_peering.hub_routes, []), try(var.vpc_peering.spoke_routes, [])) :
      can(cidrhost(route.cidr, 0)) && try(tonumber(split("/", route.cidr)[1]) >= 16, false)
    ])
    error_message = "Each route must lead to a CIDR block of /16 or smaller: a wider one would include networks that are not in the catalog."
  }
}
