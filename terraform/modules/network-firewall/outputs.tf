output "firewall_arn" {
  description = "The firewall's ARN."
  value       = aws_networkfirewall_firewall.this.arn
}

output "endpoint_ids" {
  description = "The firewall's endpoints by zone."
  value       = local.endpoints
}

output "log_group_names" {
  description = "Log groups of alerts and flows."
  value       = { for log, group in aws_cloudwatch_log_group.this : log => group.name }
}
