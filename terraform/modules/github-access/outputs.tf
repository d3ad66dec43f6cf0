output "role_arns" {
  description = "What GitHub's workflows assume: plan, propose and apply."
  value       = { for role, made in aws_iam_role.this : role => made.arn }
}
