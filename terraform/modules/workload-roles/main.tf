data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

# IRSA rather than Pod Identity, which does not reach Fargate: one way of identity for every pod.
resource "aws_iam_role" "this" {
  for_each = var.roles

  name                 = each.key
  description          = "Service account ${each.value.namespace}/${each.value.service_account}"
  max_session_duration = 3600

  permissions_boundary = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/bizflow-ceiling"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = var.oidc_provider_arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      # Exactly one service account; a wildcard here would open the role to a namespace.
      Condition = {
        StringEquals = {
          "${var.oidc_issuer}:aud" = "sts.amazonaws.com"
          "${var.oidc_issuer}:sub" = "system:serviceaccount:${each.value.namespace}:${each.value.service_account}"
        }
      }
    }]
  })

  tags = { "bizflow:service" = each.value.service_account }
}

resource "aws_iam_role_policy" "this" {
  for_each = var.roles

  name = "least-privilege"
  role = aws_iam_role.this[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      for statement in each.value.statements : merge(
        { Sid = statement.sid, Effect = "Allow", Action = statement.actions, Resource = statement.resources },
        length(statement.condition) == 0 ? {} : { Condition = statement.condition },
      )
    ]
  })
}
