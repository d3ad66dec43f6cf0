output "primary_endpoint" {
  description = "Host name of the node that takes writes."
  value       = aws_elasticache_replication_group.this.primary_endpoint_address
}

output "arn" {
  description = "The replication group's ARN."
  value       = aws_elasticache_replication_group.this.arn
}

output "global_datastore_id" {
  description = "The Global Datastore's whole id, for packages/config/src/assigned/assigned.ts; null but in its founder's region."
  value       = one(aws_elasticache_global_replication_group.this[*].global_replication_group_id)
}

output "security_group_id" {
  description = "The group's security group."
  value       = aws_security_group.this.id
}

output "member_clusters" {
  description = "Ids of the nodes, by which CloudWatch knows them."
  value       = aws_elasticache_replication_group.this.member_clusters
}
