output "bucket_arns" {
  description = "Buckets by name."
  value       = { for name, bucket in aws_s3_bucket.this : name => bucket.arn }
}
