# A rule of one resource each: AWS Backup's own metrics know only vaults and types, so any other job would pass for
# this one. EventBridge counts what a rule matches, and the log keeps it for people.
resource "aws_cloudwatch_event_rule" "watched" {
  for_each = var.watched

  name        = each.key
  description = each.value.copied_to == null ? "AWS Backup has completed a backup of one resource" : "AWS Backup has copied a backup of one resource"

  event_pattern = jsonencode({
    source      = ["aws.backup"]
    detail-type = [each.value.copied_to == null ? "Backup Job State Change" : "Copy Job State Change"]
    detail = merge(
      { state = ["COMPLETED"], resourceArn = [each.value.resource] },
      each.value.copied_to == null ? { backupVaultName = [aws_backup_vault.this.name] } : { destinationBackupVaultArn = [each.value.copied_to] },
    )
  })
}

resource "aws_cloudwatch_event_target" "watched" {
  for_each = var.watched

  rule      = aws_cloudwatch_event_rule.watched[each.key].name
  target_id = "log"
  arn       = aws_cloudwatch_log_group.watched.arn

  depends_on = [aws_cloudwatch_log_resource_policy.watched]
}

resource "aws_cloudwatch_log_group" "watched" {
  name              = "/aws/events/${var.name}-backup"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn

  tags = { Name = "${var.name}-backup" }
}

data "aws_iam_policy_document" "watched" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.watched.arn}:*"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] # EventBridge user guide, "CloudWatch Logs permissions"
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "watched" {
  policy_name     = "${var.name}-backup"
  policy_document = data.aws_iam_policy_document.watched.json
}
