locals {
  makes_roles = ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePermissionsBoundary", "iam:PutRolePolicy"]
}

# The boundary of every role in this account that Terraform makes, GitHub's own among them. It grants nothing: a role
# may do what its policies and this allow. Who may create roles can therefore create none that is stronger than this,
# and no role below it can lift it.
data "aws_iam_policy_document" "ceiling" {
  statement {
    sid       = "Below"
    actions   = ["*"]
    resources = ["*"] # a boundary limits; what follows is the limit
  }

  statement {
    sid       = "EveryRoleHasACeiling"
    effect    = "Deny"
    actions   = local.makes_roles
    resources = ["*"]

    condition {
      test     = "Null"
      variable = "iam:PermissionsBoundary"
      values   = ["true"]
    }
  }

  statement {
    sid       = "AndItIsThisOne"
    effect    = "Deny"
    actions   = local.makes_roles
    resources = ["*"]

    condition {
      test     = "StringNotEquals"
      variable = "iam:PermissionsBoundary"
      values   = [local.ceiling_arn]
    }

    condition {
      test     = "Null"
      variable = "iam:PermissionsBoundary"
      values   = ["false"]
    }
  }

  statement {
    sid    = "ChangesOnlyOurRoles"
    effect = "Deny"
    actions = [
      "iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole*", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutRole*",
      "iam:UpdateAssumeRolePolicy", "iam:UpdateRole*",
    ]
    not_resources = ["${local.iam}:role/bizflow-*"]
  }

  statement {
    sid    = "LeavesGitHubsRolesAndThisAlone"
    effect = "Deny"
    actions = [
      "iam:AddClientIDToOpenIDConnectProvider", "iam:AttachRolePolicy", "iam:CreateOpenIDConnectProvider", "iam:CreatePolicy*", "iam:CreateRole",
      "iam:DeleteOpenIDConnectProvider", "iam:DeletePolicy*", "iam:DeleteRole*", "iam:DetachRolePolicy", "iam:PassRole", "iam:PutRole*",
      "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateOpenIDConnectProviderThumbprint", "iam:UpdateRole*",
    ]
    resources = [
      "${local.iam}:oidc-provider/token.actions.githubusercontent.com", "${local.iam}:policy/*-github-*",
      local.ceiling_arn, "${local.iam}:role/*-github-*",
    ]
  }

  statement {
    sid    = "IsNobodyElse"
    effect = "Deny"
    actions = [
      "account:*", "iam:*AccessKey*", "iam:*Group*", "iam:*LoginProfile*", "iam:*MFADevice*", "iam:*SAML*", "iam:*User*",
      "iam:DeleteRolePermissionsBoundary", "organizations:*",
    ]
    resources = ["*"] # people and organisations have roles of their own
  }

  statement {
    sid       = "LosesNothingForGood"
    effect    = "Deny"
    actions   = var.never
    resources = ["*"] # whatever they are called
  }
}

resource "aws_iam_policy" "ceiling" {
  name        = local.ceiling
  description = "The boundary of every role that Terraform makes."
  policy      = data.aws_iam_policy_document.ceiling.json
}
