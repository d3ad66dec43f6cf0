output "key_arns" {
  description = "KMS keys by purpose: application, database, secrets, storage."
  value       = local.key_arns
}

output "multi_region_key_ids" {
  description = "Ids of the multi-Region keys; from the hub they go into packages/config/src/assigned/assigned.ts."
  value       = { for purpose in keys(local.shared_keys) : purpose => local.key_ids[purpose] }
}

output "secret_arns" {
  description = "Secrets by name; what Terraform writes is written before anybody reads them."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
  depends_on  = [aws_secretsmanager_secret_version.written]
}

output "origin_acl_arn" {
  description = "The web ACL of the load balancer behind CloudFront, where there is one."
  value       = one(aws_wafv2_web_acl.origin[*].arn)
}

output "waf_log_group_names" {
  description = "Log groups of the region's web ACLs: direct and origin."
  value       = { for profile, group in aws_cloudwatch_log_group.waf : profile => group.name }
}
