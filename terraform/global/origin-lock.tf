locals {
  origin_secrets = var.origin_lock == null ? {} : { blue = var.origin_lock.secrets.blue, green = var.origin_lock.secrets.green }
}

# The header's values are drawn by AWS and never stand in Git. The draw is new with every plan, so only the
# first one is kept.
data "aws_secretsmanager_random_password" "origin" {
  for_each = local.origin_secrets

  password_length     = 64
  exclude_punctuation = true
}

# One place for both ends: CloudFront's header is set from it here, and each region's web ACL reads its
# replica at home, so that no state copies another's value and no plan needs a second region to be up.
resource "aws_secretsmanager_secret" "origin" {
  for_each = local.origin_secrets

  name                    = each.value
  description             = "Proves to a region's load balancer that CloudFront asks"
  kms_key_id              = aws_kms_key.this.arn
  recovery_window_in_days = 7

  # With the region's own key of AWS: ours stand in regions that are built after this.
  dynamic "replica" {
    for_each = var.origin_lock.regions

    content {
      region = replica.value
    }
  }

  tags = { Name = each.value }
}

resource "aws_secretsmanager_secret_version" "origin" {
  for_each = local.origin_secrets

  secret_id     = aws_secretsmanager_secret.origin[each.key].id
  secret_string = data.aws_secretsmanager_random_password.origin[each.key].random_password

  lifecycle {
    ignore_changes = [secret_string]
  }
}
