variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "zone" {
  description = "DNS zone that proves the names."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.zone))
    error_message = "zone must be a domain name without a dot at its end, like 'bizflow.app'."
  }
}

variable "zone_id" {
  description = "Id of that zone in Route 53; terraform/global makes it, and a region looks it up by name."
  type        = string
}

variable "own_names" {
  description = "Names that only this certificate carries: this state keeps their validation records."
  type        = list(string)

  validation {
    condition     = length(var.own_names) > 0 && length(distinct(var.own_names)) == length(var.own_names)
    error_message = "own_names must contain at least one name, each once."
  }

  validation {
    condition     = alltrue([for name in var.own_names : endswith(name, ".${var.zone}")])
    error_message = "own_names must be in the zone, or its records could not prove them."
  }
}

variable "shared_names" {
  description = "Names that certificates of other regions carry too: terraform/global keeps their validation records."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for name in var.shared_names : endswith(name, ".${var.zone}")])
    error_message = "shared_names must be in the zone, or its records could not prove them."
  }

  validation {
    condition     = length(setintersection(var.shared_names, var.own_names)) == 0
    error_message = "A name is either own or shared: two states with one record would take it from each other."
  }
}
