variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-global`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "zone" {
  description = "The environment's public DNS zone."
  type        = string

  validation {
    condition     = can(regex("^([a-z0-9-]+\\.)+[a-z]{2,}$", var.zone))
    error_message = "zone must be a domain name without a dot at its end, like 'bizflow.app'."
  }
}

variable "delegations" {
  description = "Name servers of zones below this one that other accounts own, by their full names."
  type        = map(list(string))
  default     = {}

  validation {
    condition     = alltrue([for name, servers in var.delegations : endswith(name, ".${var.zone}") && length(servers) >= 2])
    error_message = "Each delegation must name a zone below this one and at least two name servers."
  }
}

variable "health_checks" {
  description = "Route 53 health checks by region: the document's hc-india and the others."
  type = map(object({
    name              = string
    host              = string
    path              = string
    interval_seconds  = number
    failure_threshold = number
    checkers          = set(string)
  }))

  validation {
    condition     = alltrue([for check in values(var.health_checks) : contains([10, 30], check.interval_seconds)])
    error_message = "interval_seconds must be 10 or 30: Route 53 has no other interval."
  }

  validation {
    condition     = alltrue([for check in values(var.health_checks) : check.failure_threshold >= 1 && check.failure_threshold <= 10])
    error_message = "failure_threshold must be from 1 to 10."
  }

  validation {
    condition     = alltrue([for check in values(var.health_checks) : length(check.checkers) >= 3])
    error_message = "checkers must name at least three regions: Route 53 refuses fewer."
  }

  validation {
    condition     = alltrue([for check in values(var.health_checks) : can(regex("^/[\\x21-\\x7e]{0,254}$", check.path))])
    error_message = "path must start with '/' and contain no spaces; it must have at most 255 characters."
  }

  validation {
    condition     = alltrue([for check in values(var.health_checks) : can(regex("^[A-Za-z0-9-]{1,27}$", check.name))])
    error_message = "name must be 1 to 27 letters, digits and hyphens, as Route 53's reference allows."
  }
}

variable "routing" {
  description = <<-EOT
    How the names that tenants ask for (`hosts`, the API's first) are answered, in two steps. `answers` are
    geolocation records by their set identifiers: each answers a country, a continent or everyone else (country
    '*') to a region's steering name. `steering` holds what each of these names answers: `primary` while its
    health check passes, else `secondary`, another host or, as null, the page that says so. A steering name
    without a primary always answers the secondary.
  EOT
  type = object({
    hosts = list(string)
    answers = map(object({
      country   = optional(string)
      continent = optional(string)
      target    = string
    }))
    steering = map(object({
      primary   = optional(object({ host = string, health_check = string }))
      secondary = optional(string)
    }))
  })

  validation {
    condition     = alltrue([for answer in values(var.routing.answers) : (answer.country == null) != (answer.continent == null)])
    error_message = "Each answer must name either a country or a continent: Route 53 refuses both together."
  }

  validation {
    condition     = alltrue([for answer in values(var.routing.answers) : answer.continent == null || try(contains(["AF", "AN", "AS", "EU", "NA", "OC", "SA"], answer.continent), false)])
    error_message = "A continent must be one of Route 53's codes: AF, AN, AS, EU, NA, OC, SA."
  }

  validation {
    condition     = alltrue([for answer in values(var.routing.answers) : answer.country == null || (can(regex("^([A-Z]{2}|\\*)$", answer.country)) && answer.country != "UK")])
    error_message = "A country must be an ISO 3166-1 code ('GB', not 'UK'), or '*' for everyone else."
  }

  validation {
    condition     = length([for answer in values(var.routing.answers) : answer if answer.country == "*"]) == 1
    error_message = "Exactly one answer must be for '*': without it Route 53 gives no answer to countries that no record names."
  }

  # Straight to a region, an unhealthy target would make Route 53 answer the default record: another region's.
  validation {
    condition     = alltrue([for answer in values(var.routing.answers) : contains(keys(var.routing.steering), answer.target)])
    error_message = "Each answer must lead to a steering name, never to a region: only steering names know where a failure may go."
  }

  validation {
    condition     = alltrue([for rule in values(var.routing.steering) : try(contains(keys(var.health_checks), rule.primary.health_check), rule.primary == null)])
    error_message = "Each primary must name one of health_checks: without one it would be answered for ever."
  }

  validation {
    condition     = alltrue([for name in concat(keys(var.routing.steering), var.routing.hosts) : endswith(name, ".${var.zone}")]) && length(var.routing.hosts) > 0
    error_message = "There must be a host, and hosts and steering names must be in the zone."
  }
}

variable "cdn" {
  description = "What CloudFront answers (`host`), the name of its origin (`origin_host`), and the regions' load balancers behind it, by region; `health_check` names one of health_checks. Null builds no CDN."
  type = object({
    host        = string
    origin_host = string
    origins     = map(object({ host = string, health_check = string }))
  })
  default = null

  validation {
    condition     = var.cdn == null || try(length(var.cdn.origins) > 0 && alltrue([for origin in values(var.cdn.origins) : contains(keys(var.health_checks), origin.health_check)]), false)
    error_message = "cdn must have an origin, and each must name one of health_checks."
  }
}

variable "origin_lock" {
  description = "The header that proves to a region's load balancer that CloudFront asks, the secrets that hold its two accepted values, and which one CloudFront sends (null without a CDN). `regions` get a copy of both, for their web ACLs to read at home."
  type = object({
    header  = string
    secrets = object({ blue = string, green = string })
    in_use  = string
    regions = set(string)
  })
  default = null

  validation {
    condition     = (var.origin_lock == null) == (var.cdn == null)
    error_message = "origin_lock and cdn belong together: an origin without a lock is open to any CloudFront distribution."
  }

  validation {
    condition     = var.origin_lock == null || try(can(regex("^x-[a-z0-9-]+$", var.origin_lock.header)) && !startswith(var.origin_lock.header, "x-amz-") && !startswith(var.origin_lock.header, "x-edge-"), false)
    error_message = "header must start with 'x-', but not 'x-amz-' or 'x-edge-': CloudFront keeps those to itself."
  }

  validation {
    condition     = var.origin_lock == null || try(contains(["blue", "green"], var.origin_lock.in_use), false)
    error_message = "in_use must be 'blue' or 'green'."
  }

  validation {
    condition     = var.origin_lock == null || try(var.origin_lock.secrets.blue != var.origin_lock.secrets.green, false)
    error_message = "The two secrets must be two: one is replaced while the other is in use."
  }
}

variable "web_acl" {
  description = "The CLOUDFRONT web ACL as `@bizflow/waf-rules` computes it; null without a CDN."
  type = object({
    name             = string
    description      = string
    rule_json        = string
    log_group        = string
    redacted_headers = list(string)
  })
  default = null

  validation {
    condition     = (var.web_acl == null) == (var.cdn == null)
    error_message = "web_acl and cdn belong together: nothing of ours is public without rules before it."
  }

  validation {
    condition     = var.web_acl == null || try(length(jsondecode(var.web_acl.rule_json)) > 0, false)
    error_message = "rule_json must be a JSON list with at least one rule: an ACL without rules lets everything through."
  }

  validation {
    condition     = var.web_acl == null || try(startswith(var.web_acl.log_group, "aws-waf-logs-"), false)
    error_message = "log_group must start with 'aws-waf-logs-': WAF writes to no other log group."
  }
}

variable "log_retention_days" {
  description = "Days that logs of CloudFront and its web ACL are kept. The ACL's hold addresses of people that it stopped."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90], var.log_retention_days)
    error_message = "log_retention_days must be a retention that CloudWatch Logs offers, 90 days at most."
  }
}

variable "alert_emails" {
  description = "Who hears of the global layer by email; each address has to confirm."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.alert_emails : can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", address))])
    error_message = "alert_emails must contain email addresses."
  }
}

variable "pages" {
  description = "Whether the loss of a region pages by PagerDuty, as `alarmDestinations` says of critical alarms."
  type        = bool
}

variable "pagerduty_endpoint" {
  description = "PagerDuty's HTTPS endpoint of an Amazon CloudWatch integration, which holds its key."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = !var.pages || try(can(regex("^https://events(\\.eu)?\\.pagerduty\\.com/", var.pagerduty_endpoint)), false)
    error_message = "Without pagerduty_endpoint the loss of a whole region pages no one: set it to an https URL of events.pagerduty.com or events.eu.pagerduty.com."
  }
}

variable "shield_advanced" {
  description = "Whether to subscribe to Shield Advanced: a commitment of a year at about 3,000 USD a month, which destroying it does not end."
  type        = bool
  default     = false
}
