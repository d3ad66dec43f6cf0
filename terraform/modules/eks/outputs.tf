output "cluster_name" {
  description = "The cluster's name."
  value       = aws_eks_cluster.this.name
}

output "cluster_arn" {
  description = "The cluster's ARN."
  value       = aws_eks_cluster.this.arn
}

output "cluster_security_group_id" {
  description = "The group of the control plane and of all nodes."
  value       = local.cluster_security_group_id
}

output "fargate_security_group_id" {
  description = "The group of Fargate pods, for packages/config/src/assigned/assigned.ts."
  value       = aws_security_group.fargate.id
}

output "oidc_provider_arn" {
  description = "The provider whose tokens service accounts trade for roles."
  value       = aws_iam_openid_connect_provider.this.arn
}

output "oidc_issuer" {
  description = "The issuer without its scheme, as trust policies spell it."
  value       = replace(aws_eks_cluster.this.identity[0].oidc[0].issuer, "https://", "")
}

output "interruption_queue_arn" {
  description = "The queue Karpenter reads."
  value       = aws_sqs_queue.interruption.arn
}

output "node_role_arns" {
  description = "Roles of the nodes: managed and karpenter."
  value       = { for pool, role in aws_iam_role.node : pool => role.arn }
}

output "administrator_role_arn" {
  description = "The role to assume for the first kubectl."
  value       = aws_iam_role.administrator.arn
}

output "log_group_names" {
  description = "Log groups of the control plane and of Fargate pods."
  value = {
    control_plane = aws_cloudwatch_log_group.control_plane.name
    fargate       = aws_cloudwatch_log_group.fargate.name
  }
}
