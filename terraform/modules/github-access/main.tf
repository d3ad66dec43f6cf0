data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id
  iam     = "arn:${data.aws_partition.current.partition}:iam::${local.account}"

  # What the token of a workflow says of its job (GitHub, "OpenID Connect reference").
  subjects = {
    # A pull request of our own repository may look, once the environment's reviewers let it; a fork's gets no token.
    plan = "environment:${var.environments.plan}"
    # Code of the branch that is applied, which was reviewed.
    propose = "ref:refs/heads/${var.branch}"
    # Only a job that GitHub let into the environment, which means: after its reviewers said yes.
    apply = "environment:${var.environments.apply}"
  }

  ceiling_arn = "${local.iam}:policy/${local.ceiling}"
  ceiling     = "bizflow-ceiling"
  state_arns  = [for bucket in var.state_buckets : "arn:${data.aws_partition.current.partition}:s3:::${bucket}"]
}

# GitHub's workflows use the token of their run; no key is stored.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]

  tags = { Name = "${var.name}-github" }
}

data "aws_iam_policy_document" "trust" {
  for_each = local.subjects

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }

    # Equal, not like: a wildcard here is how other people's repositories get in.
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${var.repository}:${each.value}"]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each = local.subjects

  name                 = "${var.name}-github-${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json
  permissions_boundary = aws_iam_policy.ceiling.arn
  max_session_duration = each.key == "apply" ? 7200 : 3600 # a cluster's upgrade takes longer than an hour
}
