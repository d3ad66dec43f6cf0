resource "aws_sns_topic" "alerts" {
  name              = "${var.name}-alerts"
  kms_master_key_id = aws_kms_key.this.arn

  tags = { Name = "${var.name}-alerts" }
}

data "aws_iam_policy_document" "alerts" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alerts.arn]

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
  arn    = aws_sns_topic.alerts.arn
  policy = data.aws_iam_policy_document.alerts.json
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alert_emails

  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = each.key
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
  alarm_actions       = [aws_sns_topic.alerts.arn]
  ok_actions          = [aws_sns_topic.alerts.arn]
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
  alarm_actions       = [aws_sns_topic.alerts.arn]
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
