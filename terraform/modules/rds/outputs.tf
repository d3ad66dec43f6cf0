output "address" {
  description = "Host name of the instance."
  value       = aws_db_instance.this.address
}

output "arn" {
  description = "The instance's ARN."
  value       = aws_db_instance.this.arn
}

output "identifier" {
  description = "The instance's identifier."
  value       = aws_db_instance.this.identifier
}

output "resource_id" {
  description = "The id by which Performance Insights knows the instance."
  value       = aws_db_instance.this.resource_id
}

output "security_group_id" {
  description = "The instance's security group."
  value       = aws_security_group.this.id
}

output "log_group_names" {
  description = "Log groups of the exported logs."
  value       = { for log, group in aws_cloudwatch_log_group.exported : log => group.name }
}
