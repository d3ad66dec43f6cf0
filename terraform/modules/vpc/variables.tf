variable "name" {
  description = "Prefix of every name, and the VPC's own: bizflow-<environment>-<region>. The load balancer controller finds the VPC by it."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
}

variable "cidr" {
  description = "The VPC's IPv4 block."
  type        = string

  validation {
    condition     = can(cidrnetmask(var.cidr)) && try(cidrhost(var.cidr, 0) == split("/", var.cidr)[0], false)
    error_message = "cidr must be an IPv4 block without host bits, like 10.1.0.0/16."
  }

  validation {
    condition     = try(tonumber(split("/", var.cidr)[1]) >= 16 && tonumber(split("/", var.cidr)[1]) <= 28, false)
    error_message = "AWS accepts a VPC between /16 and /28."
  }
}

variable "zones" {
  description = "Availability zones, one per subnet of each tier, in the order of the subnets."
  type        = list(string)

  validation {
    condition     = length(var.zones) >= 2 && length(distinct(var.zones)) == length(var.zones)
    error_message = "zones must name at least two different availability zones."
  }
}

variable "subnets" {
  description = "One block per zone for each of the document's three tiers."
  type = object({
    public   = list(string)
    private  = list(string)
    database = list(string)
  })

  validation {
    condition     = alltrue([for blocks in values(var.subnets) : length(blocks) == length(var.zones)])
    error_message = "subnets must contain one block per zone in every tier."
  }

  validation {
    condition     = alltrue([for block in flatten(values(var.subnets)) : can(cidrnetmask(block)) && try(tonumber(split("/", block)[1]) <= 28, false)])
    error_message = "subnets must be IPv4 blocks of /28 or larger, the smallest that AWS accepts."
  }
}

variable "network_acls" {
  description = "Stateless filters of each tier, first match first. What no rule allows is refused."
  type = map(object({
    ingress = list(object({ action = string, protocol = string, cidr = string, from_port = number, to_port = number }))
    egress  = list(object({ action = string, protocol = string, cidr = string, from_port = number, to_port = number }))
  }))

  validation {
    condition     = toset(keys(var.network_acls)) == toset(["public", "private", "database"])
    error_message = "network_acls must have exactly the tiers public, private and database."
  }

  validation {
    condition     = alltrue([for acl in values(var.network_acls) : length(acl.ingress) <= 20 && length(acl.egress) <= 20])
    error_message = "AWS accepts 20 rules per direction in a network ACL (VPC quotas)."
  }

  validation {
    condition = alltrue([
      for rule in flatten([for acl in values(var.network_acls) : concat(acl.ingress, acl.egress)]) :
      contains(["allow", "deny"], rule.action) && contains(["tcp", "udp", "-1"], rule.protocol) && rule.from_port <= rule.to_port && (rule.protocol != "-1" || rule.to_port == 0)
    ])
    error_message = "A rule of network_acls must allow or deny tcp, udp or -1 (all), from a port to the same or a higher one."
  }
}

variable "nat_gateways" {
  description = "per-zone: a NAT gateway in each zone, so that a zone fails alone. single: one for all, cheaper. none: no way out."
  type        = string

  validation {
    condition     = contains(["per-zone", "single", "none"], var.nat_gateways)
    error_message = "nat_gateways must be per-zone, single or none."
  }
}

variable "internet_route" {
  description = "direct: the public subnets lead to the Internet gateway. inspected: a firewall's routes are added by the module network-firewall."
  type        = string

  validation {
    condition     = contains(["direct", "inspected"], var.internet_route)
    error_message = "internet_route must be direct or inspected."
  }
}

variable "interface_endpoints" {
  description = "AWS services that are reached inside the VPC, by the last part of their endpoint's name: ecr.api."
  type        = set(string)

  validation {
    condition     = alltrue([for required in ["secretsmanager", "logs", "monitoring", "ecr.api", "ecr.dkr", "sts"] : contains(var.interface_endpoints, required)])
    error_message = "interface_endpoints must contain the document's: secretsmanager, logs, monitoring, ecr.api, ecr.dkr and sts."
  }
}

variable "registry_account" {
  description = "The account that owns the image registry, beside the cluster's own."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.registry_account))
    error_message = "registry_account must be a 12-digit account id."
  }
}

variable "cdn_security_group" {
  description = "Name of the security group that lets only CloudFront reach a load balancer; null where nothing is behind CloudFront."
  type        = string

  validation {
    condition     = var.cdn_security_group == null || can(regex("^bizflow-[a-z0-9-]+$", var.cdn_security_group))
    error_message = "cdn_security_group must be a name that starts with bizflow-, or null."
  }
}

variable "kms_key_arn" {
  description = "Key of the flow logs' log group."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:(key|alias)/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a KMS key."
  }
}

variable "flow_log_group" {
  description = "Name of the log group that takes the flow logs."
  type        = string

  validation {
    condition     = startswith(var.flow_log_group, "/bizflow/")
    error_message = "flow_log_group must start with /bizflow/."
  }
}

variable "log_retention_days" {
  description = "How long flow logs are kept."
  type        = number

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827], var.log_retention_days)
    error_message = "log_retention_days must be a period that CloudWatch Logs knows, 30 days or more."
  }
}
