output "repository_urls" {
  description = "What images are pushed to, by repository."
  value       = module.registry.repository_urls
}

output "project_names" {
  description = "The CodeBuild project of each service's stage, as <service>-<stage>."
  value       = { for key, project in aws_codebuild_project.stage : key => project.name }
}

output "role_arns" {
  description = "The role of each project; staging's account must trust those of the staging stage."
  value       = { for key, role in aws_iam_role.project : key => role.arn }
}

output "connection_arn" {
  description = "The connection to GitHub, which an owner of the organization has to accept once."
  value       = aws_codeconnections_connection.github.arn
}
