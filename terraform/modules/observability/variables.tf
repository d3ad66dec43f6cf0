variable "name" {
  description = "Prefix of every name: `bizflow-<environment>-<region>`."
  type        = string

  validation {
    condition     = can(regex("^bizflow-[a-z0-9-]+$", var.name))
    error_message = "name must start with 'bizflow-' and hold lower-case letters, digits and hyphens only."
  }
}

variable "kms_key_arn" {
  description = "KMS key of topics, log groups, traces and metrics; its policy must admit logs.<region>, cloudwatch, events, budgets and backup."
  type        = string

  validation {
    condition     = can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "kms_key_arn must be the ARN of a key, not of an alias: CloudWatch Logs resolves none."
  }
}

variable "targets" {
  description = "Where each severity arrives: PagerDuty, Slack or email."
  type        = map(string)

  validation {
    condition     = toset(keys(var.targets)) == toset(["critical", "warning", "notice"])
    error_message = "targets must say where critical, warning and notice arrive."
  }

  validation {
    condition     = alltrue([for target in values(var.targets) : contains(["PagerDuty", "Slack", "email"], target)])
    error_message = "A target must be PagerDuty, Slack or email."
  }
}

variable "recovery_targets" {
  description = "Who subscribes to the topic that announces a failover: Slack, email."
  type        = list(string)

  validation {
    condition     = length(var.recovery_targets) > 0 && length(setsubtract(var.recovery_targets, ["Slack", "email"])) == 0
    error_message = "recovery_targets must be Slack or email: the integration of PagerDuty accepts only alarms of CloudWatch."
  }
}

variable "recovery_topic" {
  description = "Name of the topic that announces a failover: `dr-notifications`."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]{1,256}$", var.recovery_topic))
    error_message = "recovery_topic must have at most 256 letters, digits, '-' and '_'."
  }
}

variable "alarms" {
  description = "Every alarm of the place by its name, as packages/config/src/alarms/alarms.ts has it. `expression` is null where the one metric is the value."
  type = map(object({
    description         = string
    severity            = string
    comparison_operator = string
    threshold           = number
    evaluation_periods  = number
    period              = number
    treat_missing_data  = string
    expression          = string
    metrics = map(object({
      namespace  = string
      name       = string
      dimensions = map(string)
      stat       = string
    }))
  }))

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["critical", "warning", "notice"], alarm.severity)])
    error_message = "An alarm's severity must be critical, warning or notice."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : length(alarm.metrics) >= 1 && length(alarm.metrics) <= 10])
    error_message = "An alarm must read 1 to 10 metrics: CloudWatch takes no more."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alarm.expression != null || length(alarm.metrics) == 1])
    error_message = "An alarm without an expression must read exactly one metric."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : alarm.period * alarm.evaluation_periods <= 86400])
    error_message = "An alarm must not look back longer than a day."
  }

  validation {
    condition     = alltrue([for alarm in values(var.alarms) : contains(["breaching", "notBreaching", "ignore"], alarm.treat_missing_data)])
    error_message = "An alarm must say what missing data mean: breaching, notBreaching or ignore."
  }
}

variable "certificate_alarms" {
  description = "Alarms there is one each of per certificate; their metrics get the certificate's ARN as dimension."
  type = map(object({
    description         = string
    severity            = string
    comparison_operator = string
    threshold           = number
    evaluation_periods  = number
    period              = number
    treat_missing_data  = string
    expression          = string
    metrics = map(object({
      namespace = string
      name      = string
      stat      = string
    }))
  }))
}

variable "certificate_arns" {
  description = "Certificates of the place by a word that names them: `alb`."
  type        = map(string)
}

variable "dashboards" {
  description = "Dashboards by their names, each an object with `widgets` as CloudWatch has it. An account's dashboards share one list, so each is given to one root only."
  type        = any # widgets differ in their shape; CloudWatch's limits are checked where they are rendered

  validation {
    condition     = alltrue([for name in keys(var.dashboards) : can(regex("^[A-Za-z0-9_-]{1,255}$", name))])
    error_message = "A dashboard's name must have at most 255 letters, digits, '-' and '_'."
  }

  validation {
    condition     = alltrue([for body in values(var.dashboards) : can([for widget in body.widgets : [widget.type, widget.properties]])])
    error_message = "A dashboard must have widgets with a type and properties."
  }
}

variable "log_groups" {
  description = "Names of the place's log groups by what writes them; each begins with a slash."
  type        = map(string)

  validation {
    condition     = alltrue([for name in values(var.log_groups) : can(regex("^/[A-Za-z0-9_./#-]{1,511}$", name))])
    error_message = "A log group's name must begin with a slash and hold letters, digits and _ . / # - only."
  }
}

variable "log_retention_days" {
  description = "How long log groups keep what they hold."
  type        = number

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days must be one of the spans that CloudWatch Logs offers, such as 30, 90 or 365."
  }
}

variable "saved_queries" {
  description = "Logs Insights queries by their names, with the log groups they search; other modules may own those."
  type = map(object({
    log_groups = list(string)
    query      = string
  }))

  validation {
    condition     = alltrue([for query in values(var.saved_queries) : length(query.log_groups) > 0])
    error_message = "A saved query must search at least one log group."
  }
}

variable "trace_groups" {
  description = "X-Ray groups: filter expressions by name."
  type        = map(string)

  validation {
    condition     = alltrue([for name in keys(var.trace_groups) : can(regex("^[a-z-]{1,24}$", name))])
    error_message = "A trace group's name must be lower-case letters and dashes, at most 24."
  }
}

variable "trace_index_percent" {
  description = "Share of the traces it gets that X-Ray indexes. Null leaves Transaction Search alone, which is a setting of the account in the region and belongs to one root."
  type        = number

  validation {
    condition     = var.trace_index_percent == null || try(var.trace_index_percent > 0 && var.trace_index_percent <= 100, false)
    error_message = "trace_index_percent must be above 0 and at most 100, or null."
  }
}

variable "budget" {
  description = "The monthly budget of the place, from the document's cost table; counted by a tag."
  type = object({
    name      = string
    limit_usd = number
    tag       = string
    value     = string
  })

  validation {
    condition     = var.budget.limit_usd > 0
    error_message = "budget.limit_usd must be above 0."
  }
}

variable "pagerduty_endpoint" {
  description = "PagerDuty's HTTPS endpoint of an Amazon CloudWatch integration, which holds its key. Null where nothing pages."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.pagerduty_endpoint == null || can(regex("^https://events(\\.eu)?\\.pagerduty\\.com/", var.pagerduty_endpoint))
    error_message = "pagerduty_endpoint must be an https URL of events.pagerduty.com or events.eu.pagerduty.com."
  }

  # A warning would not do: the plan would remove the subscription that pages, with one line in a long list.
  validation {
    condition     = var.pagerduty_endpoint != null || !contains(values(var.targets), "PagerDuty")
    error_message = "Without pagerduty_endpoint critical alarms page no one: set it (TF_VAR_pagerduty_endpoint)."
  }
}

variable "slack" {
  description = "Ids of the Slack workspace and channel; a person authorises the workspace in the console of Amazon Q Developer first."
  type = object({
    team_id    = string
    channel_id = string
  })
  default = null

  validation {
    condition     = var.slack == null || can(regex("^T[A-Z0-9]+ [CG][A-Z0-9]+$", "${var.slack.team_id} ${var.slack.channel_id}"))
    error_message = "slack must contain a workspace id (T...) and a channel id (C... or G...)."
  }
}

variable "emails" {
  description = "Addresses that get letters: expiring certificates, and every announcement of a failover."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.emails : can(regex("^[^@ ]+@[^@ ]+$", address))])
    error_message = "emails must be mail addresses."
  }
}
