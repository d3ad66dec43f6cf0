output "key_arns" {
  description = "KMS keys by purpose: application, database, secrets, storage."
  value       = local.key_arns
}

output "multi_region_key_ids" {
  description = "Ids of the multi-Region keys; from the hub they go into packages/config/src/minted.ts."
  value       = { for purpose in keys(local.shared_keys) : purpose => local.key_ids[purpose] }
}
