# `rule_json` is the whole list of rules, so it takes nesting that blocks could not; it shows no drift.
resource "aws_wafv2_web_acl" "this" {
  count = var.cdn == null ? 0 : 1

  name        = var.web_acl.name
  description = var.web_acl.description
  scope       = "CLOUDFRONT"
  rule_json   = var.web_acl.rule_json

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.web_acl.name
    sampled_requests_enabled   = true
  }

  tags = { Name = var.web_acl.name }
}

resource "aws_cloudwatch_log_group" "waf" {
  count = var.cdn == null ? 0 : 1

  name              = var.web_acl.log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn
}

# Only what a rule stopped or counted: other clients leave no address in this region.
resource "aws_wafv2_web_acl_logging_configuration" "this" {
  count = var.cdn == null ? 0 : 1

  resource_arn            = aws_wafv2_web_acl.this[0].arn
  log_destination_configs = [aws_cloudwatch_log_group.waf[0].arn]

  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"

      dynamic "condition" {
        for_each = ["BLOCK", "COUNT", "CAPTCHA", "CHALLENGE"]

        content {
          action_condition {
            action = condition.value
          }
        }
      }
    }
  }

  dynamic "redacted_fields" {
    for_each = var.web_acl.redacted_headers

    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }

  depends_on = [aws_cloudwatch_log_resource_policy.delivery]
}
