output "topic_arns" {
  description = "ARNs of the alarm topics by severity; findings, events and backups may publish to them too."
  value       = { for severity, topic in aws_sns_topic.alarms : severity => topic.arn }

  # Who publishes must find the permission in place.
  depends_on = [aws_sns_topic_policy.this]
}

output "recovery_topic_arn" {
  description = "ARN of dr-notifications in this region."
  value       = aws_sns_topic.recovery.arn
}

output "prometheus_workspace_id" {
  description = "Id of the Managed Prometheus workspace, to be written into packages/config/src/assigned/assigned.ts."
  value       = aws_prometheus_workspace.this.id
}

output "prometheus_workspace_arn" {
  description = "ARN of the workspace, for the roles that write to it and query it."
  value       = aws_prometheus_workspace.this.arn
}

output "log_group_arns" {
  description = "ARNs of the log groups by what writes them."
  value       = { for source, group in aws_cloudwatch_log_group.this : source => group.arn }
}
