data "aws_iam_policy_document" "applies" {
  statement {
    sid       = "WritesStates"
    actions   = ["s3:PutObject"]
    resources = [for arn in local.state_arns : "${arn}/*.tfstate"]
  }

  statement {
    sid       = "LocksStates"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = [for arn in local.state_arns : "${arn}/*.tflock"]
  }

  statement {
    sid       = "BuildsOurRoles"
    actions   = var.identity.writes
    resources = ["${local.iam}:role/bizflow-*", "${local.iam}:policy/bizflow-*", "${local.iam}:oidc-provider/*"]
  }

  statement {
    sid       = "LetsServicesHaveTheirOwnRoles"
    actions   = ["iam:CreateServiceLinkedRole"]
    resources = ["${local.iam}:role/aws-service-role/*"]
  }

  dynamic "statement" {
    for_each = length(var.worldwide.writes) == 0 ? [] : [var.worldwide.writes]

    content {
      sid       = "BuildsTheGlobalLayer"
      actions   = statement.value
      resources = ["*"] # created things have no ARN before, and these services have no region
    }
  }

  # Never by itself: a key opens for the service whose things it encrypts.
  statement {
    sid       = "UsesKeysThroughServices"
    actions   = var.key_uses
    resources = ["*"] # a key's name is drawn by AWS

    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = [for region in var.regions : "*.${region}.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "applies" {
  name   = "applies"
  role   = aws_iam_role.this["apply"].id
  policy = data.aws_iam_policy_document.applies.json
}

# A role goes to the service that takes it, and to no other.
data "aws_iam_policy_document" "passes" {
  dynamic "statement" {
    for_each = var.passed_roles

    content {
      actions   = ["iam:PassRole"]
      resources = [for role in statement.value : "${local.iam}:role/${role}"]

      condition {
        test     = "StringEquals"
        variable = "iam:PassedToService"
        values   = [statement.key]
      }
    }
  }
}

resource "aws_iam_policy" "passes" {
  name   = "${var.name}-github-apply-passes"
  policy = data.aws_iam_policy_document.passes.json
}

resource "aws_iam_role_policy_attachment" "passes" {
  role       = aws_iam_role.this["apply"].name
  policy_arn = aws_iam_policy.passes.arn
}
