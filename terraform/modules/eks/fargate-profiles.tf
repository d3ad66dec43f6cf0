resource "aws_cloudwatch_log_group" "fargate" {
  # No agent runs beside a Fargate pod; EKS's own router writes here and may not make the group.
  name              = var.fargate_log_group
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_iam_role" "fargate" {
  name                 = "${var.name}-fargate"
  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks-fargate-pods.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:${local.partition}:eks:${local.region}:${local.account}:fargateprofile/${var.name}/*" } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "fargate" {
  role       = aws_iam_role.fargate.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy"
}

resource "aws_iam_role_policy" "fargate_logs" {
  name = "write-logs"
  role = aws_iam_role.fargate.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.fargate.arn}:*"
    }]
  })
}

resource "aws_eks_fargate_profile" "this" {
  for_each = var.fargate_profiles

  cluster_name           = aws_eks_cluster.this.name
  fargate_profile_name   = each.key
  pod_execution_role_arn = aws_iam_role.fargate.arn
  subnet_ids             = var.subnet_ids

  selector {
    namespace = each.value.namespace
    labels    = each.value.labels
  }
}

# The only network policy that reaches Fargate pods: neither Calico's nor the VPC CNI's do. Its id
# goes into packages/config/src/assigned/assigned.ts.
resource "aws_security_group" "fargate" {
  name        = "${var.name}-fargate"
  description = "Fargate pods: what their NetworkPolicies allow"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-fargate" }
}

resource "aws_vpc_security_group_egress_rule" "fargate" {
  for_each = { for rule in var.fargate_egress : "${rule.cidr}-${rule.port}" => rule }

  security_group_id = aws_security_group.fargate.id
  description       = each.value.description
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}

locals {
  # What a Fargate pod asks of the cluster: names, the API and the collector.
  asked_of_cluster = {
    dns-tcp   = { protocol = "tcp", port = 53 }
    dns-udp   = { protocol = "udp", port = 53 }
    api       = { protocol = "tcp", port = 443 }
    telemetry = { protocol = "tcp", port = var.telemetry_port }
  }
}

resource "aws_vpc_security_group_egress_rule" "fargate_to_cluster" {
  for_each = local.asked_of_cluster

  security_group_id            = aws_security_group.fargate.id
  description                  = "To the cluster: ${each.key}"
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = local.cluster_security_group_id
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_fargate" {
  for_each = local.asked_of_cluster

  security_group_id            = local.cluster_security_group_id
  description                  = "From Fargate pods: ${each.key}"
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
  referenced_security_group_id = aws_security_group.fargate.id
}

# Layers of images come from S3, by its gateway endpoint; a pod that reaches nothing else starts by it.
data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.${local.region}.s3"
}

resource "aws_vpc_security_group_egress_rule" "fargate_to_s3" {
  security_group_id = aws_security_group.fargate.id
  description       = "Layers of images in S3"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  prefix_list_id    = data.aws_ec2_managed_prefix_list.s3.id
}

# Each Fargate pod has a kubelet: the API server asks it for logs and exec, metrics-server for usage.
resource "aws_vpc_security_group_ingress_rule" "fargate_kubelet" {
  security_group_id            = aws_security_group.fargate.id
  description                  = "The kubelet"
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250
  referenced_security_group_id = local.cluster_security_group_id
}

# The kubelet's probes come from the cluster's own group.
resource "aws_vpc_security_group_ingress_rule" "fargate_probes" {
  for_each = { for port in distinct([for profile in values(var.fargate_profiles) : profile.port]) : tostring(port) => port }

  security_group_id            = aws_security_group.fargate.id
  description                  = "Probes of the kubelet"
  ip_protocol                  = "tcp"
  from_port                    = each.value
  to_port                      = each.value
  referenced_security_group_id = local.cluster_security_group_id
}

# Load balancers are in the public subnets; only a service that is exposed has callers.
resource "aws_vpc_security_group_ingress_rule" "fargate_callers" {
  for_each = { for caller in flatten([for profile in values(var.fargate_profiles) : [for cidr in profile.caller_cidrs : { cidr = cidr, port = profile.port }]]) : "${caller.cidr}-${caller.port}" => caller }

  security_group_id = aws_security_group.fargate.id
  description       = "Load balancer"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}

# Pods with network interfaces of the cluster's group are reached by load balancers on their ports.
resource "aws_vpc_security_group_ingress_rule" "cluster_callers" {
  for_each = { for caller in var.node_callers : "${caller.cidr}-${caller.port}" => caller }

  security_group_id = local.cluster_security_group_id
  description       = "Load balancer"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
  cidr_ipv4         = each.value.cidr
}
