locals {
  access_log_group = "/bizflow/${var.name}/cdn"

  log_group_arns = [
    for name in compact([local.access_log_group, try(var.web_acl.log_group, null)]) :
    "arn:${local.partition}:logs:${local.region}:${local.account}:log-group:${name}"
  ]
}

data "aws_iam_policy_document" "delivery" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [for arn in local.log_group_arns : "${arn}:log-stream:*"]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "delivery" {
  count = var.cdn == null ? 0 : 1

  policy_name     = var.name
  policy_document = data.aws_iam_policy_document.delivery.json
}

resource "aws_cloudwatch_log_group" "access" {
  count = var.cdn == null ? 0 : 1

  name              = local.access_log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.this.arn
}

resource "aws_cloudwatch_log_delivery_source" "cdn" {
  count = var.cdn == null ? 0 : 1

  name         = "${var.name}-cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.cdn[0].arn
}

resource "aws_cloudwatch_log_delivery_destination" "cdn" {
  count = var.cdn == null ? 0 : 1

  name          = "${var.name}-cdn"
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = aws_cloudwatch_log_group.access[0].arn
  }
}

# Fields that name a request, not a person: these logs rest outside every tenant's country, so neither
# address nor cookie nor forwarded-for is among them.
resource "aws_cloudwatch_log_delivery" "cdn" {
  count = var.cdn == null ? 0 : 1

  delivery_source_name     = aws_cloudwatch_log_delivery_source.cdn[0].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.cdn[0].arn

  record_fields = [
    "date", "time", "x-edge-location", "sc-bytes", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status",
    "x-edge-result-type", "x-edge-request-id", "cs-protocol", "cs-bytes", "time-taken", "ssl-protocol",
    "x-edge-response-result-type", "cs-protocol-version", "time-to-first-byte", "x-edge-detailed-result-type",
    "sc-content-type", "c-country",
  ]

  depends_on = [aws_cloudwatch_log_resource_policy.delivery]
}
