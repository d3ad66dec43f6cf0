resource "aws_backup_vault" "this" {
  name        = var.name
  kms_key_arn = var.kms_key_arn

  tags = { Name = var.name }
}

# Governance mode: no change of the plan shortens a recovery point's life, and a person who must
# (a person with backup:DeleteBackupVaultLockConfiguration) leaves a trace. Compliance mode could
# never be undone, so it is not for a module to choose.
resource "aws_backup_vault_lock_configuration" "this" {
  backup_vault_name  = aws_backup_vault.this.name
  min_retention_days = var.retention_days
  max_retention_days = var.retention_days
}

locals {
  copies_to = distinct(flatten([for tier in values(var.tiers) : tier.copies_to]))
}

# A border for every caller: not the plan alone, no person's console either copies data out.
data "aws_iam_policy_document" "vault" {
  statement {
    sid       = "KeepDataAtHome"
    effect    = "Deny"
    actions   = ["backup:CopyFromBackupVault"]
    resources = ["*"] # a vault's policy names its own recovery points only by '*'

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    dynamic "condition" {
      for_each = length(local.copies_to) == 0 ? [] : [local.copies_to]

      content {
        test     = "ForAnyValue:ArnNotEquals"
        variable = "backup:CopyTargets"
        values   = condition.value
      }
    }
  }
}

resource "aws_backup_vault_policy" "this" {
  backup_vault_name = aws_backup_vault.this.name
  policy            = data.aws_iam_policy_document.vault.json
}

resource "aws_backup_vault_notifications" "this" {
  backup_vault_name   = aws_backup_vault.this.name
  sns_topic_arn       = var.notification_topic_arn
  backup_vault_events = ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "S3_BACKUP_OBJECT_FAILED"]
}

# Off in an account by default, and a plan's selection does not turn them on.
resource "aws_backup_region_settings" "this" {
  resource_type_opt_in_preference = {
    RDS = true
    S3  = true
  }
}

# A plan's rules hold for everything it selects, so each tier has its own.
resource "aws_backup_plan" "tier" {
  for_each = var.tiers

  name = "${var.name}-${each.key}"

  rule {
    rule_name                = each.key
    target_vault_name        = aws_backup_vault.this.name
    schedule                 = each.value.schedule
    enable_continuous_backup = each.value.continuous
    start_window             = var.job_minutes.begin
    completion_window        = var.job_minutes.end

    lifecycle {
      delete_after = var.retention_days
    }

    dynamic "copy_action" {
      for_each = each.value.copies_to

      content {
        destination_vault_arn = copy_action.value

        lifecycle {
          delete_after = var.retention_days
        }
      }
    }
  }

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_backup_selection" "tier" {
  for_each = var.tiers

  name         = "${var.name}-${each.key}"
  plan_id      = aws_backup_plan.tier[each.key].id
  iam_role_arn = aws_iam_role.this.arn
  resources    = each.value.resources
}
