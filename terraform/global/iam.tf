# GitHub's workflows use the token of their run; no key is stored.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]

  tags = { Name = "${var.name}-github" }
}

locals {
  github_roles = {
    # Any pull request of our own repository may look. A fork's has no token (GitHub, "OpenID Connect").
    plan = "repo:${var.github.repository}:pull_request"
    # Only a job that GitHub let into the environment, which means: after its reviewers said yes.
    apply = "repo:${var.github.repository}:environment:${var.github.environment}"
  }

  own_roles    = "arn:${local.partition}:iam::${local.account}:role/bizflow-*"
  own_policies = "arn:${local.partition}:iam::${local.account}:policy/bizflow-*"
  github_arns  = [for role in keys(local.github_roles) : "arn:${local.partition}:iam::${local.account}:role/${var.name}-github-${role}"]
  state_arns   = [for bucket in var.github.state_buckets : "arn:${local.partition}:s3:::${bucket}"]
}

data "aws_iam_policy_document" "github_trust" {
  for_each = local.github_roles

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
      values   = [each.value]
    }
  }
}

resource "aws_iam_role" "github" {
  for_each = local.github_roles

  name                 = "${var.name}-github-${each.key}"
  assume_role_policy   = data.aws_iam_policy_document.github_trust[each.key].json
  max_session_duration = 3600
}

# A plan needs to see how things are set up, and no data: AWS's two policies for exactly that.
resource "aws_iam_role_policy_attachment" "plan" {
  for_each = toset(["SecurityAudit", "job-function/ViewOnlyAccess"])

  role       = aws_iam_role.github["plan"].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

data "aws_iam_policy_document" "plan" {
  statement {
    sid       = "ReadsStates"
    actions   = ["s3:GetObject"]
    resources = [for arn in local.state_arns : "${arn}/*"]
  }

  statement {
    sid       = "FindsStates"
    actions   = ["s3:ListBucket"]
    resources = local.state_arns
  }

  # A web ACL's plan compares CloudFront's header with it.
  dynamic "statement" {
    for_each = length(local.origin_secrets) == 0 ? [] : [values(local.origin_secrets)]

    content {
      sid       = "ReadsTheOriginLock"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [for secret in statement.value : "arn:${local.partition}:secretsmanager:*:${local.account}:secret:${secret}-??????"]
    }
  }
}

resource "aws_iam_role_policy" "plan" {
  name   = "plan"
  role   = aws_iam_role.github["plan"].id
  policy = data.aws_iam_policy_document.plan.json
}
