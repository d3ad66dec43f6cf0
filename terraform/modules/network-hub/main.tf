# No default tables: a new attachment reaches nothing until a route says so.
resource "aws_ec2_transit_gateway" "this" {
  description                     = "${var.name}: the way between regions"
  amazon_side_asn                 = var.amazon_side_asn
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
  auto_accept_shared_attachments  = "disable"
  dns_support                     = "enable"
  vpn_ecmp_support                = "disable"

  tags = { Name = var.name }
}

resource "aws_ec2_transit_gateway_vpc_attachment" "this" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id
  vpc_id             = var.vpc_id
  subnet_ids         = var.subnet_ids
  dns_support        = "enable"

  transit_gateway_default_route_table_association = false
  transit_gateway_default_route_table_propagation = false

  tags = { Name = "${var.name}-vpc" }
}

# What leaves the VPC is looked up here; links add the routes. Nothing is propagated into it.
resource "aws_ec2_transit_gateway_route_table" "from_vpc" {
  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = { Name = "${var.name}-from-vpc" }
}

resource "aws_ec2_transit_gateway_route_table_association" "from_vpc" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.from_vpc.id
}

locals {
  vpc_routes = merge([
    for route in var.routes : {
      for index, table in var.route_table_ids[route.tier] : "${route.tier}-${index}-${route.cidr}" => {
        table = table
        cidr  = route.cidr
      }
    }
  ]...)
}

# Into the gateway only, so they need no link to exist: until it does, the gateway drops the packets.
resource "aws_route" "to_region" {
  for_each = local.vpc_routes

  route_table_id         = each.value.table
  destination_cidr_block = each.value.cidr
  transit_gateway_id     = aws_ec2_transit_gateway.this.id

  depends_on = [aws_ec2_transit_gateway_vpc_attachment.this]
}
