variable "name" {
  description = "The cluster's name and the prefix of every other: bizflow-<environment>-<region>."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z]+-[a-z]{2}-[a-z]+-[0-9]$", var.name))
    error_message = "name must be bizflow-<environment>-<region>."
  }
  validation {
    condition     = !startswith(var.name, "bizflow-production-")
    error_message = "name must not be production's: the pipeline never connects to production, Argo CD pulls."
  }
}

variable "cluster_name" {
  description = "The cluster once it exists."
  type        = string
}

variable "cluster_security_group_id" {
  description = "The group of the control plane, which lets the builds in."
  type        = string
}

variable "subnets" {
  description = "Private subnets that builds share with the cluster, by their addresses."
  type        = map(string)

  validation {
    condition     = length(var.subnets) > 0 && alltrue([for cidr in keys(var.subnets) : try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "subnets must contain at least one, each by its block of /16 or smaller: never the Internet."
  }
}

variable "delivery_account" {
  description = "The account of the pipeline, of the same AWS Organization."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.delivery_account))
    error_message = "delivery_account must be an account id of 12 digits."
  }
}

variable "trusted_roles" {
  description = "Names of the roles there that may take this one."
  type        = set(string)

  validation {
    condition     = length(var.trusted_roles) > 0 && alltrue([for role in var.trusted_roles : can(regex("^[a-z0-9-]+-staging$", role))])
    error_message = "trusted_roles must name roles of staging stages; wildcards are refused."
  }
}

variable "external_id" {
  description = "What they must say when they take it: no secret, but no role takes it by accident."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9/-]{2,}$", var.external_id))
    error_message = "external_id must be lower-case letters, digits, dashes and slashes."
  }
}

variable "kubernetes_group" {
  description = "The group in Kubernetes that a Role in gitops/ gives its rights to."
  type        = string

  validation {
    condition     = can(regex("^bizflow:[a-z-]+$", var.kubernetes_group))
    error_message = "kubernetes_group must be bizflow:<name>; system: is the cluster's own."
  }
}
