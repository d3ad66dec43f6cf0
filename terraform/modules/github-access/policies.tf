# The actions come from packages/config/src/permissions/terraform/: what the provider asks for each type of resource.
# Terraform makes things that have no ARN yet, so most of it cannot be narrowed to resources; it is narrowed to the
# actions of the types that the account's roots contain, to our regions, and to names where IAM knows them first.
locals {
  policies = merge([for name, group in var.groups : {
    "plan-${name}"  = group.reads
    "apply-${name}" = concat(group.reads, group.writes)
  }]...)
}

data "aws_iam_policy_document" "group" {
  for_each = local.policies

  statement {
    sid       = "InOurRegions"
    actions   = each.value
    resources = ["*"] # created things have no ARN before; the regions are the border

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = var.regions
    }
  }
}

resource "aws_iam_policy" "group" {
  for_each = local.policies

  name   = "${var.name}-github-${each.key}"
  policy = data.aws_iam_policy_document.group[each.key].json
}

resource "aws_iam_role_policy_attachment" "group" {
  for_each = merge([for name in keys(var.groups) : {
    "plan-${name}"    = { role = "plan", policy = "plan-${name}" }
    "propose-${name}" = { role = "propose", policy = "plan-${name}" }
    "apply-${name}"   = { role = "apply", policy = "apply-${name}" }
  }]...)

  role       = aws_iam_role.this[each.value.role].name
  policy_arn = aws_iam_policy.group[each.value.policy].arn
}

# What both see: states, services without regions, our roles, and the secrets that a plan cannot do without.
data "aws_iam_policy_document" "sees" {
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

  statement {
    sid       = "ReadsOurRoles"
    actions   = var.identity.reads
    resources = ["${local.iam}:role/bizflow-*", "${local.iam}:policy/bizflow-*", "${local.iam}:oidc-provider/*", "${local.iam}:role/aws-service-role/*"]
  }

  dynamic "statement" {
    for_each = length(var.worldwide.reads) == 0 ? [] : [var.worldwide.reads]

    content {
      sid       = "ReadsTheGlobalLayer"
      actions   = statement.value
      resources = ["*"] # these services have no region
    }
  }

  dynamic "statement" {
    for_each = length(var.secrets) == 0 ? [] : [var.secrets]

    content {
      sid       = "ReadsWhatTerraformWrites"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = [for secret in statement.value : "arn:${data.aws_partition.current.partition}:secretsmanager:*:${local.account}:secret:${secret}-??????"]
    }
  }

  dynamic "statement" {
    for_each = length(var.secrets) == 0 ? [] : [var.regions]

    content {
      sid       = "DecryptsThroughSecretsManager"
      actions   = ["kms:Decrypt"]
      resources = ["*"] # a key's name is drawn by AWS; the service that asks is the border

      condition {
        test     = "StringEquals"
        variable = "kms:ViaService"
        values   = [for region in statement.value : "secretsmanager.${region}.amazonaws.com"]
      }
    }
  }
}

resource "aws_iam_role_policy" "sees" {
  for_each = local.subjects

  name   = "sees"
  role   = aws_iam_role.this[each.key].id
  policy = data.aws_iam_policy_document.sees.json
}

# A plan that waits for its approval lies beside the states, where only these roles read it.
data "aws_iam_policy_document" "proposes" {
  statement {
    sid       = "LeavesPlans"
    actions   = ["s3:PutObject"]
    resources = [for arn in local.state_arns : "${arn}/plans/*"]
  }
}

resource "aws_iam_role_policy" "proposes" {
  name   = "proposes"
  role   = aws_iam_role.this["propose"].id
  policy = data.aws_iam_policy_document.proposes.json
}
