output "repository_arns" {
  description = "ARN of each repository of this region, by name."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.arn }
}

output "repository_urls" {
  description = "What a pod template names before the digest, by repository."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.repository_url }
}
