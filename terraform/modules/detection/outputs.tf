output "audit_bucket" {
  description = "Name of the bucket that holds the trail and the configuration history."
  value       = aws_s3_bucket.audit.id
}

output "audit_bucket_arn" {
  description = "ARN of that bucket."
  value       = aws_s3_bucket.audit.arn
}

output "audit_key_arn" {
  description = "The KMS key of the audit record."
  value       = aws_kms_key.audit.arn
}

output "trail_log_group" {
  description = "Log group in which the trail is searched."
  value       = aws_cloudwatch_log_group.trail.name
}

output "detector_id" {
  description = "The region's GuardDuty detector."
  value       = aws_guardduty_detector.this.id
}
