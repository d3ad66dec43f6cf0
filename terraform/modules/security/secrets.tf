# Names only: values of third parties are put in by hand, and those below by Terraform without keeping them.
resource "aws_secretsmanager_secret" "this" {
  for_each = var.secrets

  name                    = each.key
  description             = each.value.description
  kms_key_id              = local.key_arns["secrets"]
  recovery_window_in_days = var.secret_recovery_days

  # A copy leaves for another region only where data protection has allowed the way.
  dynamic "replica" {
    for_each = each.value.replica_regions
    content {
      region     = replica.value
      kms_key_id = "alias/${var.keys["secrets"].alias}"
    }
  }

  lifecycle {
    precondition {
      condition     = !contains(each.value.replica_regions, local.region)
      error_message = "A secret is replicated to other regions, not to its own."
    }
  }
}

# Write-only: a value passes through to Secrets Manager and is in no plan and no state.
resource "aws_secretsmanager_secret_version" "written" {
  for_each = var.written_secrets

  secret_id                = aws_secretsmanager_secret.this[each.key].id
  secret_string_wo         = var.secret_values[each.key]
  secret_string_wo_version = each.value
}

# No principal of another account, whatever its own policies allow.
resource "aws_secretsmanager_secret_policy" "this" {
  for_each = var.secrets

  secret_arn          = aws_secretsmanager_secret.this[each.key].arn
  block_public_policy = true
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OwnAccountOnly"
      Effect    = "Deny"
      Principal = "*"
      Action    = "secretsmanager:*"
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:PrincipalAccount" = local.account }, Bool = { "aws:PrincipalIsAWSService" = "false" } }
    }]
  })
}
