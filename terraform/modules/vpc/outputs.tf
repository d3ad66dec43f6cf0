output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "vpc_arn" {
  description = "The VPC's ARN."
  value       = aws_vpc.this.arn
}

output "cidr" {
  description = "The VPC's IPv4 block."
  value       = aws_vpc.this.cidr_block
}

output "subnet_ids" {
  description = "Subnets by tier, in the order of the zones."
  value = {
    public   = [for zone in var.zones : aws_subnet.public[zone].id]
    private  = [for zone in var.zones : aws_subnet.private[zone].id]
    database = [for zone in var.zones : aws_subnet.database[zone].id]
  }
}

output "route_table_ids" {
  description = "Route tables by tier; one per zone in the order of the zones, and one for all databases."
  value = {
    public   = [for zone in var.zones : aws_route_table.public[zone].id]
    private  = [for zone in var.zones : aws_route_table.private[zone].id]
    database = [aws_route_table.database.id]
  }
}

output "internet_gateway_id" {
  description = "The Internet gateway."
  value       = aws_internet_gateway.this.id
}

output "network_acl_ids" {
  description = "Network ACLs by tier."
  value       = { for tier, acl in aws_network_acl.this : tier => acl.id }
}

output "endpoint_security_group_id" {
  description = "The security group of the interface endpoints."
  value       = aws_security_group.endpoints.id
}

output "nat_public_ips" {
  description = "Addresses that the cluster's own requests come from, for the allow lists of providers."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}

output "flow_log_group_arn" {
  description = "The log group of the flow logs."
  value       = aws_cloudwatch_log_group.flow.arn
}
