# Amazon Q Developer in chat applications, once AWS Chatbot. A person authorises the workspace in its
# console first; there is no API for that.
data "aws_iam_policy_document" "chat_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["chatbot.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role" "chat" {
  count = var.slack == null ? 0 : 1

  name                 = "${var.name}-chat"
  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy   = data.aws_iam_policy_document.chat_trust.json

  tags = { Name = "${var.name}-chat" }
}

# A message shows the alarm's graph; the channel itself can do no more than look.
data "aws_iam_policy_document" "chat" {
  statement {
    actions   = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData", "cloudwatch:GetMetricWidgetImage"]
    resources = ["*"] # GetMetricData and GetMetricWidgetImage know no resource
  }
}

resource "aws_iam_role_policy" "chat" {
  count = var.slack == null ? 0 : 1

  name   = "read-metrics"
  role   = aws_iam_role.chat[0].id
  policy = data.aws_iam_policy_document.chat.json
}

resource "aws_chatbot_slack_channel_configuration" "this" {
  count = var.slack == null ? 0 : 1

  configuration_name    = "${var.name}-alarms"
  iam_role_arn          = aws_iam_role.chat[0].arn
  slack_team_id         = var.slack.team_id
  slack_channel_id      = var.slack.channel_id
  sns_topic_arns        = concat([for severity in local.arrives_at["Slack"] : aws_sns_topic.alarms[severity].arn], contains(var.recovery_targets, "Slack") ? [aws_sns_topic.recovery.arn] : [])
  guardrail_policy_arns = ["arn:${local.partition}:iam::aws:policy/CloudWatchReadOnlyAccess"]
  logging_level         = "ERROR"

  tags = { Name = "${var.name}-alarms" }
}
