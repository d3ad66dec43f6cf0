# What applying may do. Terraform makes things that have no ARN yet, so most of it cannot be narrowed to
# resources; it is narrowed to services, to our regions, and to names where a service has them first.
# A role that may create roles could create a stronger one: the protection is the environment's reviewers, not this.
data "aws_iam_policy_document" "apply" {
  statement {
    sid = "BuildsRegions"
    actions = [
      "acm:*", "aps:*", "backup:*", "backup-storage:*", "cloudtrail:*", "cloudwatch:*", "codebuild:*", "codeconnections:*",
      "config:*", "directconnect:*", "ec2:*", "ecr:*", "eks:*", "elasticache:*", "elasticloadbalancing:*", "events:*",
      "guardduty:*", "kms:*", "logs:*", "macie2:*", "network-firewall:*", "rds:*", "s3:*", "secretsmanager:*",
      "securityhub:*", "sns:*", "sqs:*", "wafv2:*", "xray:*",
    ]
    resources = ["*"] # created things have no ARN before; the regions below are the border

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = var.github.regions
    }
  }

  statement {
    sid       = "BuildsTheGlobalLayer"
    actions   = ["budgets:*", "cloudfront:*", "route53:*", "shield:*"]
    resources = ["*"] # created things have no ARN before, and these services have no region
  }

  statement {
    sid = "BuildsOurRoles"
    actions = [
      "iam:AttachRolePolicy", "iam:CreatePolicy", "iam:CreatePolicyVersion", "iam:CreateRole", "iam:DeletePolicy",
      "iam:DeletePolicyVersion", "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:DetachRolePolicy", "iam:GetPolicy",
      "iam:GetPolicyVersion", "iam:GetRole", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole",
      "iam:ListPolicyVersions", "iam:ListRolePolicies", "iam:PutRolePolicy", "iam:TagPolicy", "iam:TagRole", "iam:UntagPolicy",
      "iam:UntagRole", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole",
    ]
    resources = [local.own_roles, local.own_policies]
  }

  statement {
    sid       = "HandsRolesToServices"
    actions   = ["iam:PassRole"]
    resources = [local.own_roles]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values = [
        "backup.amazonaws.com", "cloudtrail.amazonaws.com", "codebuild.amazonaws.com", "config.amazonaws.com", "ec2.amazonaws.com",
        "eks.amazonaws.com", "eks-fargate-pods.amazonaws.com", "monitoring.rds.amazonaws.com", "s3.amazonaws.com", "vpc-flow-logs.amazonaws.com",
      ]
    }
  }

  statement {
    sid       = "LetsServicesHaveTheirOwnRoles"
    actions   = ["iam:CreateServiceLinkedRole", "iam:GetRole"]
    resources = ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/*"]
  }

  statement {
    sid       = "TrustsTokens"
    actions   = ["iam:*OpenIDConnectProvider*"]
    resources = ["arn:${local.partition}:iam::${local.account}:oidc-provider/*"]
  }
}

# Actions for people only, with their own role.
data "aws_iam_policy_document" "apply_never" {
  statement {
    sid    = "LosesNothingForGood"
    effect = "Deny"
    actions = [
      "backup:DeleteBackupVault*", "backup:DeleteRecoveryPoint", "cloudtrail:DeleteTrail", "cloudtrail:StopLogging",
      "guardduty:DeleteDetector", "kms:DisableKey", "kms:ScheduleKeyDeletion", "rds:DeleteDBInstance",
      "rds:DeleteDBInstanceAutomatedBackup", "route53:DeleteHostedZone", "s3:DeleteBucket", "s3:DeleteObjectVersion", "shield:CreateSubscription",
    ]
    resources = ["*"] # whatever they are called
  }

  statement {
    sid       = "DoesNotChangeItself"
    effect    = "Deny"
    actions   = ["iam:AttachRolePolicy", "iam:DeleteRole*", "iam:DetachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy"]
    resources = local.github_arns
  }
}

resource "aws_iam_role_policy" "apply" {
  for_each = {
    may   = data.aws_iam_policy_document.apply.json
    never = data.aws_iam_policy_document.apply_never.json
  }

  name   = each.key
  role   = aws_iam_role.github["apply"].id
  policy = each.value
}
