output "transit_gateway_id" {
  description = "The region's Transit Gateway."
  value       = aws_ec2_transit_gateway.this.id
}

output "direct_connect_gateway_id" {
  description = "The Direct Connect gateway that a virtual interface attaches to; null while there is none."
  value       = one(values(aws_dx_gateway.this)[*].id)
}

output "private_link_service_name" {
  description = "What a consumer's endpoint asks for; null while there is no service."
  value       = one(values(aws_vpc_endpoint_service.this)[*].service_name)
}
