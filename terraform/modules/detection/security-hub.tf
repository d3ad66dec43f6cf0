resource "aws_securityhub_account" "this" {
  enable_default_standards  = false
  auto_enable_controls      = true
  control_finding_generator = "SECURITY_CONTROL"

  # Its controls are Config's rules.
  depends_on = [aws_config_configuration_recorder_status.this]
}

resource "aws_securityhub_standards_subscription" "this" {
  for_each = var.security_standards

  standards_arn = "arn:${local.partition}:securityhub:${local.region}::standards/${each.key}"

  depends_on = [aws_securityhub_account.this]
}
