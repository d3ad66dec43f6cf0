locals {
  # Graviton families carry a `g` after their generation: m6g, c7gn, r8gd.
  is_graviton = can(regex("^[a-z]+[0-9]+g", var.nodes.instance))

  node_policies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"]

  # `node` is the managed group's; the EC2NodeClass in gitops/ names the other one.
  node_roles = {
    managed   = "${var.name}-node"
    karpenter = "${var.name}-karpenter-node"
  }
}

resource "aws_iam_role" "node" {
  for_each = local.node_roles

  name                 = each.value
  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = merge([for pool in keys(local.node_roles) : { for policy in local.node_policies : "${pool}-${policy}" => { pool = pool, policy = policy } }]...)

  role       = aws_iam_role.node[each.value.pool].name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.value.policy}"
}

# EKS makes the managed group's entry itself.
resource "aws_eks_access_entry" "karpenter_node" {
  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_iam_role.node["karpenter"].arn
  type          = "EC2_LINUX"
}

resource "aws_launch_template" "controllers" {
  name = "${var.name}-controllers"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
    # One hop: no pod reaches the node's credentials.
    http_put_response_hop_limit = 1
  }

  # Bottlerocket keeps its control volume apart from the one for data.
  dynamic "block_device_mappings" {
    for_each = { "/dev/xvda" = 4, "/dev/xvdb" = var.nodes.disk_gb }
    content {
      device_name = block_device_mappings.key
      ebs {
        volume_size           = block_device_mappings.value
        volume_type           = "gp3"
        encrypted             = true
        kms_key_id            = var.kms_key_arn
        delete_on_termination = true
      }
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "${var.name}-controllers" }
  }
}

# Carries the controllers, Karpenter among them, which never runs on the nodes it makes.
resource "aws_eks_node_group" "controllers" {
  cluster_name    = aws_eks_cluster.this.name
  node_group_name = "controllers"
  node_role_arn   = aws_iam_role.node["managed"].arn
  subnet_ids      = var.subnet_ids
  ami_type        = local.is_graviton ? "BOTTLEROCKET_ARM_64" : "BOTTLEROCKET_x86_64"
  instance_types  = [var.nodes.instance]
  capacity_type   = "ON_DEMAND"
  labels          = { "bizflow.io/pool" = "controllers" }

  launch_template {
    id      = aws_launch_template.controllers.id
    version = aws_launch_template.controllers.latest_version
  }

  scaling_config {
    min_size     = var.nodes.min
    max_size     = var.nodes.max
    desired_size = var.nodes.min
  }

  update_config {
    max_unavailable = 1
  }

  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }

  # A node without its network is never ready.
  depends_on = [aws_eks_addon.network, aws_iam_role_policy_attachment.node]
}

# Karpenter hears here that AWS takes a node away; the queue has the cluster's name in gitops/ too.
resource "aws_sqs_queue" "interruption" {
  name                              = var.name
  message_retention_seconds         = 300
  kms_master_key_id                 = var.kms_key_arn
  kms_data_key_reuse_period_seconds = 300
}

resource "aws_sqs_queue_policy" "interruption" {
  queue_url = aws_sqs_queue.interruption.url
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Events"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.interruption.arn
        Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
      },
      {
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "sqs:*"
        Resource  = aws_sqs_queue.interruption.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_cloudwatch_event_rule" "interruption" {
  for_each = {
    health    = { source = "aws.health", type = "AWS Health Event" }
    rebalance = { source = "aws.ec2", type = "EC2 Instance Rebalance Recommendation" }
    spot      = { source = "aws.ec2", type = "EC2 Spot Instance Interruption Warning" }
    state     = { source = "aws.ec2", type = "EC2 Instance State-change Notification" }
  }

  name          = "${var.name}-${each.key}"
  event_pattern = jsonencode({ source = [each.value.source], "detail-type" = [each.value.type] })
}

resource "aws_cloudwatch_event_target" "interruption" {
  for_each = aws_cloudwatch_event_rule.interruption

  rule = each.value.name
  arn  = aws_sqs_queue.interruption.arn
}
