# What is delivered is signed by keys that cannot leave KMS. Verifying needs only the public key, so that no cluster
# asks this account anything. A key of the curve P-256, which is what cosign makes itself.
locals {
  github = "token.actions.githubusercontent.com"
  signers = {
    images  = [for key, project in local.projects : "${local.arn}:iam::${local.account}:role/${project.name}" if project.stage == "build"]
    renders = ["${local.arn}:iam::${local.account}:role/${var.name}-attest"]
  }
}

resource "aws_kms_key" "signing" {
  for_each = var.signing_keys

  description              = "${var.name}: signs ${each.key}"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256" # KMS rotates no key of this kind
  policy                   = data.aws_iam_policy_document.signing[each.key].json
}

resource "aws_kms_alias" "signing" {
  for_each = var.signing_keys

  name          = each.value
  target_key_id = aws_kms_key.signing[each.key].key_id
}

data "aws_iam_policy_document" "signing" {
  for_each = var.signing_keys

  statement {
    sid       = "AccountDecides"
    actions   = ["kms:*"]
    resources = ["*"] # this key

    principals {
      type        = "AWS"
      identifiers = ["${local.arn}:iam::${local.account}:root"]
    }
  }

  # An administrator of the account may do what its policies say, and still not sign.
  statement {
    sid       = "NoOtherRoleSigns"
    effect    = "Deny"
    actions   = ["kms:Sign"]
    resources = ["*"] # this key

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "ArnNotEquals"
      variable = "aws:PrincipalArn"
      values   = local.signers[each.key]
    }
    # A caller without such a name is given nothing above.
    condition {
      test     = "Null"
      variable = "aws:PrincipalArn"
      values   = ["false"]
    }
  }
}

# What cosign asks of a key: what it is, its public half, a signature.
data "aws_iam_policy_document" "signs" {
  for_each = var.signing_keys

  statement {
    sid       = "Sign"
    actions   = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]
    resources = [aws_kms_key.signing[each.key].arn]
  }
}

# The workflow that says of which commit gitops/ is the render, on the branches that clusters read.
data "aws_iam_policy_document" "attest_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["${local.arn}:iam::${local.account}:oidc-provider/${local.github}"]
    }
    condition {
      test     = "StringEquals"
      variable = "${local.github}:aud"
      values   = ["sts.amazonaws.com"]
    }
    # Equal, not like: a wildcard here is how other people's repositories get in.
    condition {
      test     = "StringEquals"
      variable = "${local.github}:sub"
      values   = [for branch in sort(values(var.branches)) : "repo:${trimsuffix(trimprefix(var.platform_source, "https://github.com/"), ".git")}:ref:refs/heads/${branch}"]
    }
  }
}

resource "aws_iam_role" "attest" {
  name                 = "${var.name}-attest"
  description          = "Signs what the platform's repository renders"
  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy   = data.aws_iam_policy_document.attest_trust.json

  tags = { Name = "${var.name}-attest" }
}

resource "aws_iam_role_policy" "attest" {
  name   = "signs"
  role   = aws_iam_role.attest.id
  policy = data.aws_iam_policy_document.signs["renders"].json
}
