data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id

  regional_keys = { for purpose, key in var.keys : purpose => key if key.scope == "regional" }
  shared_keys   = { for purpose, key in var.keys : purpose => key if key.scope == "multi-region" }
  primary_keys  = var.multi_region_role == "primary" ? local.shared_keys : {}
  replica_keys  = var.multi_region_role == "replica" ? local.shared_keys : {}

  # The account's own IAM policies decide who uses a key; a key without an administrator is lost.
  administration = {
    Sid       = "AccountDecides"
    Effect    = "Allow"
    Principal = { AWS = "arn:${local.partition}:iam::${local.account}:root" }
    Action    = "kms:*"
    Resource  = "*"
  }

  # What encrypts in an AWS service's own name, for this account only.
  service_use = {
    application = [
      {
        Sid       = "Logs"
        Effect    = "Allow"
        Principal = { Service = "logs.${local.region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
        Resource  = "*"
        Condition = { ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${local.region}:${local.account}:*" } }
      },
      {
        # Alarms, budgets and backups publish to encrypted topics.
        Sid       = "Notifications"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "budgets.amazonaws.com", "backup.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      {
        # EventBridge sends no aws:SourceAccount when it encrypts for a topic (SNS developer guide, "Key management"): with that
        # condition no event ever arrives. The policies of topics and queues name the account instead.
        Sid       = "Events"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
      {
        # Disks of nodes: Auto Scaling and Karpenter's fleets attach them by grants (EC2 user guide, "EBS encryption").
        Sid       = "Disks"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = local.account, "kms:ViaService" = "ec2.${local.region}.amazonaws.com" } }
      },
    ]
    database = []
    secrets  = []
    storage  = []
  }

  policies = {
    for purpose in keys(var.keys) : purpose => jsonencode({
      Version   = "2012-10-17"
      Statement = concat([local.administration], local.service_use[purpose])
    })
  }

  key_arns = merge(
    { for purpose, key in aws_kms_key.regional : purpose => key.arn },
    { for purpose, key in aws_kms_key.primary : purpose => key.arn },
    { for purpose, key in aws_kms_replica_key.replica : purpose => key.arn },
  )

  key_ids = merge(
    { for purpose, key in aws_kms_key.regional : purpose => key.key_id },
    { for purpose, key in aws_kms_key.primary : purpose => key.key_id },
    { for purpose, key in aws_kms_replica_key.replica : purpose => key.key_id },
  )
}

resource "aws_kms_key" "regional" {
  for_each = local.regional_keys

  description             = "${var.name}: ${each.key}"
  policy                  = local.policies[each.key]
  enable_key_rotation     = true
  rotation_period_in_days = each.value.rotation_days
  deletion_window_in_days = var.key_deletion_days

  tags = { Name = each.value.alias }
}

resource "aws_kms_key" "primary" {
  for_each = local.primary_keys

  description             = "${var.name}: ${each.key}, primary of a multi-Region key"
  policy                  = local.policies[each.key]
  multi_region            = true
  enable_key_rotation     = true
  rotation_period_in_days = each.value.rotation_days
  deletion_window_in_days = var.key_deletion_days

  tags = { Name = each.value.alias }
}

# Key material alone crosses the border; it rotates with its primary (docs/decisions names the exception).
resource "aws_kms_replica_key" "replica" {
  for_each = local.replica_keys

  description             = "${var.name}: ${each.key}, replica of a multi-Region key"
  policy                  = local.policies[each.key]
  primary_key_arn         = var.primary_key_arns[each.key]
  deletion_window_in_days = var.key_deletion_days

  tags = { Name = each.value.alias }
}

resource "aws_kms_alias" "this" {
  for_each = var.keys

  name          = "alias/${each.value.alias}"
  target_key_id = local.key_ids[each.key]
}

# Whatever disk Karpenter or a person makes is encrypted with our key, not with AWS's.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

resource "aws_ebs_default_kms_key" "this" {
  key_arn = local.key_arns["application"]
}
