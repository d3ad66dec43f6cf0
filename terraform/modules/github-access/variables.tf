variable "name" {
  description = "Prefix for the names of GitHub's roles, the account's own: bizflow-production."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must begin with 'bizflow-'."
  }
}

variable "repository" {
  description = "The repository whose workflows may plan and apply: owner/name."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$", var.repository))
    error_message = "repository must read 'owner/name': a wildcard would trust other people's workflows."
  }
}

variable "branch" {
  description = "The branch whose code is applied."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_./-]+$", var.branch))
    error_message = "branch must be the name of one branch: a wildcard would let any branch propose."
  }
}

variable "environments" {
  description = "The GitHub environments that guard planning a pull request and applying."
  type = object({
    plan  = string
    apply = string
  })

  validation {
    condition     = alltrue([for name in values(var.environments) : can(regex("^[A-Za-z0-9_-]+$", name))]) && var.environments.plan != var.environments.apply
    error_message = "environments must be two names of GitHub environments: a wildcard would let any branch apply, and one name for both would let a pull request."
  }
}

variable "regions" {
  description = "The regions in which the account's roots act."
  type        = set(string)

  validation {
    condition     = length(var.regions) > 0
    error_message = "regions must name at least one: they are the border of what may be made."
  }
}

variable "state_buckets" {
  description = "The buckets of Terraform's states."
  type        = list(string)
}

variable "groups" {
  description = "Actions in our regions, by the policy that holds them: what a plan reads, and what applying does beside it."
  type = map(object({
    reads  = list(string)
    writes = list(string)
  }))

  validation {
    condition     = alltrue(flatten([for group in values(var.groups) : [for action in concat(group.reads, group.writes) : can(regex("^[a-z0-9-]+:[A-Za-z0-9]+$", action))]]))
    error_message = "groups must name each action; a wildcard would allow what no resource needs."
  }
}

variable "worldwide" {
  description = "Actions of services that have no region."
  type = object({
    reads  = list(string)
    writes = list(string)
  })
}

variable "identity" {
  description = "Actions on our own roles, policies and providers of identities."
  type = object({
    reads  = list(string)
    writes = list(string)
  })
}

variable "key_uses" {
  description = "What services do with keys in the name of who applies."
  type        = list(string)
}

variable "secrets" {
  description = "The secrets whose values a plan reads, by their names; * for any text."
  type        = list(string)
  default     = []
}

variable "passed_roles" {
  description = "The roles that applying hands to services, by the service that takes them."
  type        = map(list(string))

  validation {
    condition     = alltrue(flatten([for roles in values(var.passed_roles) : [for role in roles : startswith(role, "bizflow-")]]))
    error_message = "passed_roles must be roles of ours, whose names begin with 'bizflow-'."
  }
}

variable "never" {
  description = "Actions that cannot be undone, which people do with roles of their own."
  type        = list(string)
}
