resource "aws_guardduty_detector" "this" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"

  tags = { Name = var.name }
}

resource "aws_guardduty_detector_feature" "this" {
  for_each = var.guardduty_features

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  status      = "ENABLED"

  # The agent comes as an EKS add-on to the nodes. It cannot run on Fargate of EKS (GuardDuty guide).
  dynamic "additional_configuration" {
    for_each = each.key == "RUNTIME_MONITORING" ? {
      EKS_ADDON_MANAGEMENT         = "ENABLED"
      ECS_FARGATE_AGENT_MANAGEMENT = "DISABLED"
      EC2_AGENT_MANAGEMENT         = "DISABLED"
    } : {}

    content {
      name   = additional_configuration.key
      status = additional_configuration.value
    }
  }
}
