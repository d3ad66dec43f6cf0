# Events as AWS sends them, unchanged: its chat client understands no other form.
locals {
  findings = {
    guardduty = {
      says    = "GuardDuty found something of at least the severity that people hear of"
      pattern = { source = ["aws.guardduty"], detail-type = ["GuardDuty Finding"], detail = { severity = [{ numeric = [">=", var.finding_min_severity] }] } }
    }
    macie = {
      says    = "Macie found personal data where it should not be, or a bucket open"
      pattern = { source = ["aws.macie"], detail-type = ["Macie Finding"] }
    }
    # GuardDuty and Macie report to Security Hub too, and are heard already.
    security-hub = {
      says = "A control of a Security Hub standard failed"
      pattern = {
        source      = ["aws.securityhub"]
        detail-type = ["Security Hub Findings - Imported"]
        detail = {
          findings = {
            ProductName = [{ anything-but = ["GuardDuty", "Macie"] }]
            RecordState = ["ACTIVE"]
            Severity    = { Label = ["HIGH", "CRITICAL"] }
            Workflow    = { Status = ["NEW"] }
          }
        }
      }
    }
    # Security Hub's own rules are heard through Security Hub.
    config = {
      says = "Something no longer is as AWS Config was told it must be"
      pattern = {
        source      = ["aws.config"]
        detail-type = ["Config Rules Compliance Change"]
        detail = {
          configRuleName      = [{ anything-but = { prefix = "securityhub-" } }]
          newEvaluationResult = { complianceType = ["NON_COMPLIANT"] }
        }
      }
    }
    # Who wants to stay unseen turns the lights off first.
    cloudtrail = {
      says = "A recorder or a detector was turned off"
      pattern = {
        detail-type = ["AWS API Call via CloudTrail"]
        detail = {
          eventSource = ["cloudtrail.amazonaws.com", "config.amazonaws.com", "guardduty.amazonaws.com", "securityhub.amazonaws.com", "macie2.amazonaws.com"]
          eventName = [
            "StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors", "StopConfigurationRecorder", "DeleteConfigurationRecorder",
            "DeleteDetector", "UpdateDetector", "DisableSecurityHub", "DisableMacie",
          ]
        }
      }
    }
  }
}

resource "aws_cloudwatch_event_rule" "finding" {
  for_each = local.findings

  name          = "${var.name}-${each.key}"
  description   = each.value.says
  event_pattern = jsonencode(each.value.pattern)
}

resource "aws_cloudwatch_event_target" "finding" {
  for_each = local.findings

  rule      = aws_cloudwatch_event_rule.finding[each.key].name
  target_id = "topic"
  arn       = var.finding_topic_arn
}
