locals {
  # Calico enforces policies, so that the CNI's own agent must be off; it wants pods annotated.
  configurations = {
    vpc-cni = { enableNetworkPolicy = "false", env = { ANNOTATE_POD_IP = "true" } }
    # Karpenter replaces its nodes often, and names fail for seconds while CoreDNS moves (containers-roadmap#2595).
    coredns = { nodeSelector = { "bizflow.io/pool" = "controllers" } }
    # Otherwise Application Signals instruments every workload, and its role may not write what that sends.
    amazon-cloudwatch-observability = { manager = { applicationSignals = { autoMonitor = { monitorAllServices = false } } } }
  }
}

# The version is EKS's default for the cluster's Kubernetes version, so that an upgrade takes it along.
resource "aws_eks_addon" "network" {
  for_each = toset(["kube-proxy", "vpc-cni"])

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  configuration_values        = contains(keys(local.configurations), each.key) ? jsonencode(local.configurations[each.key]) : null
  service_account_role_arn    = lookup(var.addon_role_arns, each.key, null)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}

# These run as pods and wait for nodes.
resource "aws_eks_addon" "workload" {
  for_each = toset(["amazon-cloudwatch-observability", "coredns"])

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  configuration_values        = contains(keys(local.configurations), each.key) ? jsonencode(local.configurations[each.key]) : null
  service_account_role_arn    = lookup(var.addon_role_arns, each.key, null)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  depends_on = [aws_eks_node_group.controllers]
}
