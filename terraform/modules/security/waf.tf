locals {
  # The header's values are sensitive, and so would be all that asks for them; whether there is an ACL is not a secret.
  has_origin = nonsensitive(var.origin_acl != null)

  # The regional ACL of the `api` load balancer is the cluster's own (ACK); this one is Terraform's,
  # because it holds CloudFront's secret, which must not be in Git.
  origin_lock = {
    Name     = "origin-lock"
    Priority = 0
    Action   = { Block = {} }
    Statement = {
      NotStatement = {
        Statement = {
          OrStatement = {
            Statements = [
              for value in try(var.origin_acl.header_values, []) : {
                ByteMatchStatement = {
                  SearchString         = value
                  FieldToMatch         = { SingleHeader = { Name = try(var.origin_acl.header, "") } }
                  PositionalConstraint = "EXACTLY"
                  TextTransformations  = [{ Priority = 0, Type = "NONE" }]
                }
              }
            ]
          }
        }
      }
    }
    VisibilityConfig = { SampledRequestsEnabled = false, CloudWatchMetricsEnabled = true, MetricName = "origin-lock" }
  }

  # The edge policy's own rules follow the lock in their order.
  origin_rules = [for rule in jsondecode(try(var.origin_acl.rules, "[]")) : merge(rule, { Priority = rule.Priority + 1 })]
}

resource "aws_wafv2_web_acl" "origin" {
  count = local.has_origin ? 1 : 0

  name        = var.origin_acl.name
  description = "Behind CloudFront: its secret header first, then the edge policy"
  scope       = "REGIONAL"
  rule_json   = jsonencode(concat([local.origin_lock], local.origin_rules))

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.origin_acl.name
    sampled_requests_enabled   = true
  }
}

# WAF takes only names with this beginning. Both ACLs of the region log here, each to its own group.
resource "aws_cloudwatch_log_group" "waf" {
  for_each = merge({ direct = var.direct_acl.name }, local.has_origin ? { origin = nonsensitive(var.origin_acl.name) } : {})

  name              = "aws-waf-logs-${each.value}"
  retention_in_days = var.log_retention_days
  kms_key_id        = local.key_arns["application"]
}

# The cluster makes the direct ACL at its first sync; until then there is nothing that could log.
data "aws_wafv2_web_acl" "direct" {
  count = var.direct_acl.exists ? 1 : 0

  name  = var.direct_acl.name
  scope = "REGIONAL"
}

locals {
  logging_acls = merge(
    local.has_origin ? { origin = aws_wafv2_web_acl.origin[0].arn } : {},
    var.direct_acl.exists ? { direct = data.aws_wafv2_web_acl.direct[0].arn } : {},
  )
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  for_each = toset(concat(var.direct_acl.exists ? ["direct"] : [], local.has_origin ? ["origin"] : []))

  resource_arn            = local.logging_acls[each.key]
  log_destination_configs = [aws_cloudwatch_log_group.waf[each.key].arn]

  # Credentials and sessions are not needed as evidence, and CloudFront's secret must not be read.
  dynamic "redacted_fields" {
    for_each = setunion(var.redacted_headers, local.has_origin ? [nonsensitive(var.origin_acl.header)] : [])
    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }
}
