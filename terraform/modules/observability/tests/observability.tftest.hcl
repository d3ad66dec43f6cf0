mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:xx-west-1:111122223333:topic" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/bizflow-production-xx-west-1-chat" }
  }
}

variables {
  name               = "bizflow-production-xx-west-1"
  kms_key_arn        = "arn:aws:kms:xx-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  targets            = { critical = "PagerDuty", warning = "Slack", notice = "email" }
  recovery_topic     = "dr-notifications"
  recovery_targets   = ["Slack", "email"]
  pagerduty_endpoint = "https://events.pagerduty.com/integration/0123456789abcdef0123456789abcdef/enqueue"
  slack              = { team_id = "T0123ABCD", channel_id = "C0123ABCD" }
  emails             = ["operations@bizflow.example"]

  alarms = {
    database-cpu = {
      description         = "Database CPU above 80 % for 10 min: PagerDuty"
      severity            = "critical"
      comparison_operator = "GreaterThanThreshold"
      threshold           = 80
      evaluation_periods  = 10
      period              = 60
      treat_missing_data  = "breaching"
      expression          = null
      metrics = {
        cpu = { namespace = "AWS/RDS", name = "CPUUtilization", dimensions = { DBInstanceIdentifier = "bizflow-writer-uk" }, stat = "Average" }
      }
    }
    api-error-rate-warning = {
      description         = "Error rate of api above 2 % for 10 min: Slack"
      severity            = "warning"
      comparison_operator = "GreaterThanThreshold"
      threshold           = 2
      evaluation_periods  = 10
      period              = 60
      treat_missing_data  = "notBreaching"
      expression          = "100 * FILL(failures, 0) / requests"
      metrics = {
        failures = { namespace = "BizFlow", name = "bizflow.request.duration", dimensions = { "service.name" = "api", outcome = "failure" }, stat = "SampleCount" }
        requests = { namespace = "BizFlow", name = "bizflow.request.duration", dimensions = { "service.name" = "api" }, stat = "SampleCount" }
      }
    }
  }

  certificate_alarms = {
    certificate-expiry = {
      description         = "Time to the expiry of a certificate below 30 days: email"
      severity            = "notice"
      comparison_operator = "LessThanThreshold"
      threshold           = 30
      evaluation_periods  = 1
      period              = 86400
      treat_missing_data  = "ignore"
      expression          = null
      metrics             = { days = { namespace = "AWS/CertificateManager", name = "DaysToExpiry", stat = "Minimum" } }
    }
  }
  certificate_arns = { alb = "arn:aws:acm:xx-west-1:111122223333:certificate/1" }

  dashboards          = { bizflow-production-xx-west-1 = { widgets = [{ type = "text", x = 0, y = 0, width = 24, height = 2, properties = { markdown = "words" } }, { type = "metric", x = 0, y = 2, width = 24, height = 6, properties = { metrics = [["AWS/RDS", "CPUUtilization", { stat = "Average" }]] } }] } }
  log_groups          = { performance = "/aws/containerinsights/bizflow-production-xx-west-1/performance", metrics = "/bizflow/production/xx-west-1/metrics" }
  log_retention_days  = 365
  saved_queries       = { slowest = { log_groups = ["/bizflow/production/xx-west-1/fargate"], query = "fields @timestamp | limit 20" } }
  trace_groups        = { errors = "error = true OR fault = true" }
  trace_index_percent = 100
  budget              = { name = "bizflow-production-xx-west-1", limit_usd = 2100, tag = "bizflow:region", value = "xx-west-1" }
}

run "raises_each_alarm_at_its_own_threshold_to_its_own_topic" {
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.this)) == toset(["api-error-rate-warning", "certificate-expiry-alb", "database-cpu"])
    error_message = "There must be one alarm per entry, and one of each certificate alarm per certificate."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["database-cpu"].threshold == 80 && aws_cloudwatch_metric_alarm.this["database-cpu"].datapoints_to_alarm == 10
    error_message = "Every period of the window must breach."
  }

  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name == "bizflow-production-xx-west-1-${name}"])
    error_message = "An alarm's name must say its place."
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length(alarm.alarm_actions) == 1 && alarm.ok_actions == alarm.alarm_actions])
    error_message = "An alarm must tell one topic when it begins and when it ends."
  }
}

run "returns_one_value_from_each_alarm" {
  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length([for query in alarm.metric_query : query if query.return_data]) == 1])
    error_message = "CloudWatch compares exactly one series with the threshold."
  }

  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.this["api-error-rate-warning"].metric_query : query.expression if query.id == "value"]) == "100 * FILL(failures, 0) / requests"
    error_message = "The expression must reach the alarm as it is."
  }

  assert {
    condition     = one(one(aws_cloudwatch_metric_alarm.this["certificate-expiry-alb"].metric_query).metric).dimensions == tomap({ CertificateArn = "arn:aws:acm:xx-west-1:111122223333:certificate/1" })
    error_message = "A certificate's alarm must read its own certificate."
  }
}

run "keeps_the_documents_recovery_topic_and_encrypts_every_topic" {
  assert {
    condition     = aws_sns_topic.recovery.name == "dr-notifications"
    error_message = "The runbook publishes to dr-notifications."
  }

  assert {
    condition     = alltrue([for topic in concat(values(aws_sns_topic.alarms), [aws_sns_topic.recovery]) : topic.kms_master_key_id == var.kms_key_arn])
    error_message = "Every topic must be encrypted with the key it was given."
  }

  assert {
    condition = alltrue([
      for policy in data.aws_iam_policy_document.topic : alltrue([
        for statement in policy.statement : length(statement.condition) == 1 || alltrue([for principal in statement.principals : principal.type == "AWS"])
      ])
    ])
    error_message = "A service may publish for this account only."
  }
}

run "tells_pagerduty_slack_and_letters_apart" {
  assert {
    condition     = toset(keys(aws_sns_topic_subscription.pagerduty)) == toset(["critical"])
    error_message = "Only critical alarms may page."
  }

  assert {
    condition     = length(aws_chatbot_slack_channel_configuration.this[0].sns_topic_arns) >= 1
    error_message = "Slack must hear warnings."
  }

  assert {
    condition     = toset(keys(aws_sns_topic_subscription.email)) == toset(["notice operations@bizflow.example", "recovery operations@bizflow.example"])
    error_message = "Letters must carry notices and announcements of a failover."
  }
}

run "does_not_page_in_an_environment_without_paging" {
  variables {
    targets = { critical = "Slack", warning = "Slack", notice = "email" }
  }

  assert {
    condition     = length(aws_sns_topic_subscription.pagerduty) == 0
    error_message = "Without PagerDuty among the targets nothing may page."
  }
}

run "refuses_to_page_no_one" {
  command = plan
  variables {
    pagerduty_endpoint = null
  }
  expect_failures = [var.pagerduty_endpoint]
}

run "works_before_anybody_gave_it_an_address_and_says_so" {
  variables {
    targets             = { critical = "Slack", warning = "Slack", notice = "email" }
    pagerduty_endpoint  = null
    slack               = null
    emails              = []
    certificate_arns    = {}
    trace_index_percent = null
  }

  command = plan

  expect_failures = [check.somebody_listens]
}

run "makes_each_dashboard_of_the_widgets_it_is_given" {
  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this["bizflow-production-xx-west-1"].dashboard_body).widgets[1].properties.metrics[0][1] == "CPUUtilization"
    error_message = "A dashboard's body must be its widgets as JSON."
  }
}

run "keeps_logs_encrypted_for_as_long_as_it_is_told" {
  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days == 365 && group.kms_key_id == var.kms_key_arn])
    error_message = "Every log group must have a key and an end."
  }

  assert {
    condition     = aws_cloudwatch_query_definition.this["slowest"].log_group_names == tolist(["/bizflow/production/xx-west-1/fargate"])
    error_message = "A saved query must search the group it names."
  }
}

run "indexes_every_trace_that_the_sampler_kept" {
  assert {
    condition     = jsondecode(aws_cloudformation_stack.transaction_search[0].template_body).Resources.TransactionSearch.Properties.IndexingPercentage == 100
    error_message = "X-Ray must not sample a second time."
  }

  assert {
    condition     = aws_xray_encryption_config.this.type == "KMS" && aws_xray_group.this["errors"].group_name == "bizflow-errors"
    error_message = "Traces must be encrypted with the given key and grouped by name."
  }
}

run "leaves_transaction_search_alone_when_it_is_told" {
  variables {
    trace_index_percent = null
  }

  assert {
    condition     = length(aws_cloudformation_stack.transaction_search) == 0 && length(aws_cloudwatch_log_resource_policy.spans) == 0
    error_message = "Without a share nothing of Transaction Search may be made."
  }
}

run "watches_the_bill_by_the_tag_of_the_place" {
  assert {
    condition     = aws_budgets_budget.place.limit_amount == "2100" && one(one(aws_budgets_budget.place.cost_filter).values) == "user:bizflow:region$xx-west-1"
    error_message = "The budget must be the table's column, counted by the region's tag."
  }

  assert {
    condition     = toset([for notification in aws_budgets_budget.place.notification : notification.notification_type]) == toset(["ACTUAL", "FORECASTED"])
    error_message = "A budget must speak before and when it is passed."
  }
}

run "refuses_a_name_that_is_not_bizflows" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_a_key_by_its_alias" {
  command = plan
  variables {
    kms_key_arn = "alias/bizflow/app"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_a_severity_without_a_target" {
  command = plan
  variables {
    targets = { critical = "PagerDuty", warning = "Slack" }
  }
  expect_failures = [var.targets]
}

run "refuses_a_target_it_cannot_reach" {
  command = plan
  variables {
    targets = { critical = "Fax", warning = "Slack", notice = "email" }
  }
  expect_failures = [var.targets]
}

run "refuses_alarms_that_cloudwatch_would" {
  command = plan
  variables {
    alarms = {
      endless = {
        description         = "x"
        severity            = "loud"
        comparison_operator = "GreaterThanThreshold"
        threshold           = 1
        evaluation_periods  = 2
        period              = 86400
        treat_missing_data  = "maybe"
        expression          = null
        metrics             = {}
      }
    }
  }
  expect_failures = [var.alarms]
}

run "refuses_a_dashboard_that_is_none" {
  command = plan
  variables {
    dashboards = { "a name" = { widgets = [{}] } }
  }
  expect_failures = [var.dashboards]
}

run "refuses_a_log_group_outside_the_root" {
  command = plan
  variables {
    log_groups    = { fargate = "fargate" }
    saved_queries = {}
  }
  expect_failures = [var.log_groups]
}

run "refuses_a_retention_that_cloudwatch_lacks" {
  command = plan
  variables {
    log_retention_days = 100
  }
  expect_failures = [var.log_retention_days]
}

run "refuses_a_query_of_nothing" {
  command = plan
  variables {
    saved_queries = { lost = { log_groups = [], query = "fields @timestamp" } }
  }
  expect_failures = [var.saved_queries]
}

run "refuses_a_trace_group_whose_name_is_too_long" {
  command = plan
  variables {
    trace_groups = { a-name-that-is-much-too-long-to-be-read = "error = true" }
  }
  expect_failures = [var.trace_groups]
}

run "refuses_a_budget_of_nothing" {
  command = plan
  variables {
    budget = { name = "bizflow-production-xx-west-1", limit_usd = 0, tag = "bizflow:region", value = "xx-west-1" }
  }
  expect_failures = [var.budget]
}

run "refuses_a_page_to_anybody_but_pagerduty" {
  command = plan
  variables {
    pagerduty_endpoint = "http://events.pagerduty.com/integration/x/enqueue"
  }
  expect_failures = [var.pagerduty_endpoint]
}

run "refuses_a_slack_channel_by_its_name" {
  command = plan
  variables {
    slack = { team_id = "bizflow", channel_id = "alerts" }
  }
  expect_failures = [var.slack]
}

run "refuses_an_address_that_is_none" {
  command = plan
  variables {
    emails = ["operations"]
  }
  expect_failures = [var.emails]
}

run "refuses_a_recovery_topic_with_a_space" {
  command = plan
  variables {
    recovery_topic = "dr notifications"
  }
  expect_failures = [var.recovery_topic]
}

run "refuses_a_share_beyond_all" {
  command = plan
  variables {
    trace_index_percent = 101
  }
  expect_failures = [var.trace_index_percent]
}

run "refuses_to_announce_a_failover_where_it_is_not_read" {
  command = plan
  variables {
    recovery_targets = ["PagerDuty"]
  }
  expect_failures = [var.recovery_targets]
}
