locals {
  topics = merge(
    { for severity, topic in aws_sns_topic.alarms : severity => topic.arn },
    { recovery = aws_sns_topic.recovery.arn },
  )

  # Severities by where they arrive.
  arrives_at = { for target in ["PagerDuty", "Slack", "email"] : target => [for severity, at in var.targets : severity if at == target] }
}

resource "aws_sns_topic" "alarms" {
  for_each = var.targets

  name              = "${var.name}-${each.key}"
  kms_master_key_id = var.kms_key_arn

  tags = { Name = "${var.name}-${each.key}" }
}

# The same name in every region, as the document's runbook has it: a failover is announced there.
resource "aws_sns_topic" "recovery" {
  name              = var.recovery_topic
  kms_master_key_id = var.kms_key_arn

  tags = { Name = var.recovery_topic }
}

# Alarms, events, budgets and backups of this account may publish; no other account may.
data "aws_iam_policy_document" "topic" {
  for_each = local.topics

  statement {
    sid       = "ServicesOfThisAccountPublish"
    actions   = ["sns:Publish"]
    resources = [each.value]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "budgets.amazonaws.com", "backup.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  statement {
    sid       = "PeopleOfThisAccountPublish"
    actions   = ["sns:Publish", "sns:Subscribe", "sns:GetTopicAttributes"]
    resources = [each.value]

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  for_each = local.topics

  arn    = each.value
  policy = data.aws_iam_policy_document.topic[each.key].json
}

# The URL holds PagerDuty's integration key, so it comes in by TF_VAR and is never written down here.
resource "aws_sns_topic_subscription" "pagerduty" {
  for_each = toset(local.arrives_at["PagerDuty"])

  topic_arn              = aws_sns_topic.alarms[each.key].arn
  protocol               = "https"
  endpoint               = var.pagerduty_endpoint
  endpoint_auto_confirms = true
}

# A person answers SNS's letter once; until then the subscription is pending.
resource "aws_sns_topic_subscription" "email" {
  for_each = {
    for pair in setproduct(concat(local.arrives_at["email"], contains(var.recovery_targets, "email") ? ["recovery"] : []), var.emails) : "${pair[0]} ${pair[1]}" => pair
  }

  topic_arn = local.topics[each.value[0]]
  protocol  = "email"
  endpoint  = each.value[1]
}

check "somebody_listens" {
  assert {
    condition     = length(local.arrives_at["Slack"]) == 0 || var.slack != null
    error_message = "Warnings reach no Slack channel yet: set slack to the workspace and channel."
  }

  assert {
    condition     = length(var.emails) > 0
    error_message = "No one receives the emails about expiring certificates and failovers yet: set emails."
  }
}
