output "vault_arn" {
  description = "ARN of the vault."
  value       = aws_backup_vault.this.arn
}

output "vault_name" {
  description = "Name of the vault; it is derived, so that another region can name it as the target of a copy."
  value       = aws_backup_vault.this.name
}

output "role_arn" {
  description = "The role that AWS Backup takes to back up and to restore."
  value       = aws_iam_role.this.arn
}
