# How the stage of the delivery account that proves an image looks at this cluster: as whom, with
# which rights, and by which path. What the group may do in Kubernetes is in gitops/.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id
}

resource "aws_iam_role" "reader" {
  name                 = "${var.name}-pipeline"
  description          = "The staging stages of the delivery account"
  max_session_duration = 3600

  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      # The account and not its roles: IAM refuses a principal that does not exist yet, and forgets one
      # that is created again. The condition names them.
      Principal = { AWS = "arn:${local.partition}:iam::${var.delivery_account}:root" }
      Action    = "sts:AssumeRole"
      Condition = {
        ArnEquals    = { "aws:PrincipalArn" = [for role in sort(var.trusted_roles) : "arn:${local.partition}:iam::${var.delivery_account}:role/${role}"] }
        StringEquals = { "sts:ExternalId" = var.external_id }
      }
    }]
  })
}

# kubectl asks where the cluster is; the rest is for the cluster to say.
resource "aws_iam_role_policy" "reader" {
  name = "find-the-cluster"
  role = aws_iam_role.reader.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "FindCluster"
      Effect   = "Allow"
      Action   = ["eks:DescribeCluster"]
      Resource = "arn:${local.partition}:eks:${local.region}:${local.account}:cluster/${var.name}"
    }]
  })
}

# No access policy of AWS's: each of them reads more than a pod's name.
resource "aws_eks_access_entry" "reader" {
  cluster_name      = var.cluster_name
  principal_arn     = aws_iam_role.reader.arn
  kubernetes_groups = [var.kubernetes_group]
}

# The network path: builds run in these subnets, where the cluster's private endpoint answers.
resource "aws_ram_resource_share" "builds" {
  name                      = "${var.name}-builds"
  allow_external_principals = false
}

resource "aws_ram_resource_association" "builds" {
  for_each = var.subnets

  resource_share_arn = aws_ram_resource_share.builds.arn
  resource_arn       = "arn:${local.partition}:ec2:${local.region}:${local.account}:subnet/${each.value}"
}

resource "aws_ram_principal_association" "builds" {
  resource_share_arn = aws_ram_resource_share.builds.arn
  principal          = var.delivery_account
}

# By address: the builds' own security group belongs to the other account and comes later.
resource "aws_vpc_security_group_ingress_rule" "builds" {
  for_each = var.subnets

  security_group_id = var.cluster_security_group_id
  description       = "Builds to the API"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = each.key
}
