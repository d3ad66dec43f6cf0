data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
}

# Where the collectors write what canaries are judged by; AWS assigns its id, which is written in packages/config/src/assigned/assigned.ts.
resource "aws_prometheus_workspace" "this" {
  alias       = var.name
  kms_key_arn = var.kms_key_arn

  tags = { Name = var.name }
}

# Dashboards belong to the account and not to a region, so each is made by exactly one root.
resource "aws_cloudwatch_dashboard" "this" {
  for_each = var.dashboards

  dashboard_name = each.key
  dashboard_body = jsonencode(each.value)
}
