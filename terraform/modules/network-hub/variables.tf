variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-<region>`. Links find the Transit Gateway by it."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "vpc_id" {
  description = "The region's VPC."
  type        = string
}

variable "subnet_ids" {
  description = "One subnet per availability zone, in which the Transit Gateway gets an interface."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) >= 2
    error_message = "subnet_ids must contain a subnet in at least two zones: traffic of a zone without one is dropped."
  }
}

variable "amazon_side_asn" {
  description = "Private AS number of the Transit Gateway, different in each region: AWS wants it for peering and Direct Connect."
  type        = number

  validation {
    condition     = var.amazon_side_asn >= 64512 && var.amazon_side_asn <= 65534
    error_message = "amazon_side_asn must be a private 16-bit AS number, 64512 to 65534."
  }
}

variable "route_table_ids" {
  description = "The VPC's route tables by subnet tier."
  type        = map(list(string))

  validation {
    condition     = length(setsubtract(keys(var.route_table_ids), ["public", "private", "database"])) == 0
    error_message = "route_table_ids must be named after tiers: public, private, database."
  }
}

variable "routes" {
  description = "Blocks of other regions that a tier of this one may reach; whatever is not listed has no way out of the VPC."
  type        = list(object({ tier = string, cidr = string }))
  default     = []

  validation {
    condition     = alltrue([for route in var.routes : can(cidrhost(route.cidr, 0)) && try(tonumber(split("/", route.cidr)[1]) >= 16, false)])
    error_message = "Each route must lead to a CIDR block of /16 or smaller: a wider one would include networks that are not in the catalog."
  }

  validation {
    condition     = alltrue([for route in var.routes : contains(["private", "database"], route.tier)])
    error_message = "Only the tiers 'private' and 'database' reach other regions: load balancers and NAT gateways have no business there."
  }
}

variable "direct_connect" {
  description = "A Direct Connect gateway for a line from an office or a data centre, and the blocks it announces there; null builds none."
  type = object({
    amazon_side_asn  = number
    allowed_prefixes = list(string)
  })
  default = null

  validation {
    condition     = try(length(var.direct_connect.allowed_prefixes) > 0 && length(var.direct_connect.allowed_prefixes) <= 200, var.direct_connect == null)
    error_message = "direct_connect must announce 1 to 200 prefixes (Direct Connect quota)."
  }
}

variable "private_link" {
  description = "A PrivateLink service before the load balancer with these tags, and who may ask to connect; null builds none."
  type = object({
    allowed_principals = list(string)
    load_balancer_tags = map(string)
  })
  default = null

  validation {
    condition     = try(!contains(var.private_link.allowed_principals, "*") && length(var.private_link.allowed_principals) > 0, var.private_link == null)
    error_message = "private_link must name its principals one by one; '*' would offer it to every AWS account."
  }

  validation {
    condition     = try(length(var.private_link.load_balancer_tags) > 0, var.private_link == null)
    error_message = "private_link must say by which tags its load balancer is found."
  }
}
