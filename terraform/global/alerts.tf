locals {
  topics = { critical = aws_sns_topic.critical.arn, alerts = aws_sns_topic.alerts.arn }
}

# A region that is lost cannot call anyone itself, so this topic pages for all of them.
resource "aws_sns_topic" "critical" {
  name              = "${var.name}-critical"
  kms_master_key_id = aws_kms_key.this.arn

  tags = { Name = "${var.name}-critical" }
}

resource "aws_sns_topic" "alerts" {
  name              = "${var.name}-alerts"
  kms_master_key_id = aws_kms_key.this.arn

  tags = { Name = "${var.name}-alerts" }
}

data "aws_iam_policy_document" "alerts" {
  for_each = local.topics

  statement {
    actions   = ["sns:Publish"]
    resources = [each.value]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_policy" "alerts" {
  for_each = local.topics

  arn    = each.value
  policy = data.aws_iam_policy_document.alerts[each.key].json
}

moved {
  from = aws_sns_topic_policy.alerts
  to   = aws_sns_topic_policy.alerts["alerts"]
}

# The URL holds PagerDuty's integration key, so it comes in by TF_VAR and is never written down here.
resource "aws_sns_topic_subscription" "pagerduty" {
  count = var.pages ? 1 : 0

  topic_arn              = aws_sns_topic.critical.arn
  protocol               = "https"
  endpoint               = var.pagerduty_endpoint
  endpoint_auto_confirms = true
}

resource "aws_sns_topic_subscription" "email" {
  for_each = { for pair in setproduct(keys(local.topics), var.alert_emails) : "${pair[0]} ${pair[1]}" => pair }

  topic_arn = local.topics[each.value[0]]
  protocol  = "email"
  endpoint  = each.value[1]
}

check "somebody_listens" {
  assert {
    condition     = var.pages || length(var.alert_emails) > 0
    error_message = "No one hears that a region is lost: set emails, because nothing pages here."
  }
}

# Route 53 publishes its metrics in one region, whatever it checks.
resource "aws_cloudwatch_metric_alarm" "region_down" {
  for_each = var.health_checks

  alarm_name          = "${var.name}-${each.value.name}"
  alarm_description   = "Route 53 finds ${each.value.host} down: its people now get what its steering record says"
  namespace           = "AWS/Route53"
  metric_name         = "HealthCheckStatus"
  dimensions          = { HealthCheckId = aws_route53_health_check.region[each.key].id }
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.critical.arn]
  ok_actions          = [aws_sns_topic.critical.arn]
}

# A zone that cannot be signed is gone for every resolver that validates (Route 53 guide, "Monitoring DNSSEC").
resource "aws_cloudwatch_metric_alarm" "dnssec" {
  for_each = toset(["DNSSECInternalFailure", "DNSSECKeySigningKeysNeedingAction"])

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "DNSSEC of ${var.zone} needs a person"
  namespace           = "AWS/Route53"
  metric_name         = each.key
  dimensions          = { HostedZoneId = aws_route53_zone.this.zone_id }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.critical.arn]
}

# The document's "Certificate expiry < 30 days": ACM renews 60 days before, so something prevents the renewal.
resource "aws_cloudwatch_metric_alarm" "certificate" {
  alarm_name          = "${var.name}-certificate-expiry"
  alarm_description   = "The certificate of CloudFront ends within 30 days"
  namespace           = "AWS/CertificateManager"
  metric_name         = "DaysToExpiry"
  dimensions          = { CertificateArn = module.certificate.arn }
  statistic           = "Minimum"
  period              = 86400
  evaluation_periods  = 1
  comparison_operator = "LessThanThreshold"
  threshold           = 30
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
