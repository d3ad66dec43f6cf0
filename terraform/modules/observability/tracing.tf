resource "aws_xray_group" "this" {
  for_each = var.trace_groups

  group_name        = "bizflow-${each.key}" # at most 32 characters, so without the place
  filter_expression = each.value

  insights_configuration {
    insights_enabled      = false
    notifications_enabled = false
  }

  tags = { Name = "bizflow-${each.key}" }
}

resource "aws_xray_encryption_config" "this" {
  type   = "KMS"
  key_id = var.kms_key_arn
}

# X-Ray's OTLP endpoint stores spans in CloudWatch Logs ("Transaction Search") and by default indexes
# one in a hundred: a second sampling behind the one in the cluster, unless it is told otherwise.
resource "aws_cloudformation_stack" "transaction_search" {
  count = var.trace_index_percent == null ? 0 : 1

  name = "${var.name}-transaction-search"

  # The provider has no resource for it yet.
  template_body = jsonencode({
    Resources = {
      TransactionSearch = {
        Type       = "AWS::XRay::TransactionSearchConfig"
        Properties = { IndexingPercentage = var.trace_index_percent }
      }
    }
  })

  depends_on = [aws_cloudwatch_log_resource_policy.spans]

  tags = { Name = "${var.name}-transaction-search" }
}

data "aws_iam_policy_document" "spans" {
  statement {
    actions   = ["logs:PutLogEvents"]
    resources = ["arn:${local.partition}:logs:${data.aws_region.current.id}:${local.account}:log-group:aws/spans:*", "arn:${local.partition}:logs:${data.aws_region.current.id}:${local.account}:log-group:/aws/application-signals/data:*"]

    principals {
      type        = "Service"
      identifiers = ["xray.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "spans" {
  count = var.trace_index_percent == null ? 0 : 1

  policy_name     = "${var.name}-spans"
  policy_document = data.aws_iam_policy_document.spans.json
}
