output "role_arns" {
  description = "ARNs by the last part of the roles' names: api, karpenter, aws-node."
  value       = { for role, resource in aws_iam_role.this : trimprefix(role, "${var.name}-") => resource.arn }
}
