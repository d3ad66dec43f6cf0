locals {
  # An ARN is known to Terraform alone, so it joins a certificate's alarms here.
  certificate_alarms = merge([
    for certificate, arn in var.certificate_arns : {
      for name, alarm in var.certificate_alarms : "${name}-${certificate}" => merge(alarm, {
        metrics = { for id, metric in alarm.metrics : id => merge(metric, { dimensions = { CertificateArn = arn } }) }
      })
    }
  ]...)

  alarms = merge(var.alarms, local.certificate_alarms)
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  comparison_operator = each.value.comparison_operator
  threshold           = each.value.threshold
  evaluation_periods  = each.value.evaluation_periods
  datapoints_to_alarm = each.value.evaluation_periods
  treat_missing_data  = each.value.treat_missing_data
  alarm_actions       = [aws_sns_topic.alarms[each.value.severity].arn]
  ok_actions          = [aws_sns_topic.alarms[each.value.severity].arn]

  dynamic "metric_query" {
    for_each = each.value.metrics

    content {
      id          = metric_query.key
      return_data = each.value.expression == null

      metric {
        namespace   = metric_query.value.namespace
        metric_name = metric_query.value.name
        dimensions  = metric_query.value.dimensions
        stat        = metric_query.value.stat
        period      = each.value.period
      }
    }
  }

  dynamic "metric_query" {
    for_each = each.value.expression == null ? [] : [each.value.expression]

    content {
      id          = "value"
      expression  = metric_query.value
      label       = each.key
      return_data = true
    }
  }

  tags = { Name = "${var.name}-${each.key}" }
}
