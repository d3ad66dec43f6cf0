output "role_arn" {
  description = "The role that the staging stage takes."
  value       = aws_iam_role.reader.arn
}
