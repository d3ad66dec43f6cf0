# Off by default: the gateways carry everything, and four peered VPCs would need six links, because
# peering does not pass traffic on.
locals {
  peered = var.vpc_peering == null ? [] : ["this"]

  hub_routes   = { for route in try(var.vpc_peering.hub_routes, []) : "${route.table} ${route.cidr}" => route }
  spoke_routes = { for route in try(var.vpc_peering.spoke_routes, []) : "${route.table} ${route.cidr}" => route }
}

resource "aws_vpc_peering_connection" "this" {
  for_each = toset(local.peered)
  provider = aws.hub

  vpc_id      = data.aws_ec2_transit_gateway_vpc_attachment.hub.vpc_id
  peer_vpc_id = data.aws_ec2_transit_gateway_vpc_attachment.spoke.vpc_id
  peer_region = data.aws_region.spoke.id

  tags = { Name = local.link }
}

resource "aws_vpc_peering_connection_accepter" "this" {
  for_each = toset(local.peered)
  provider = aws.spoke

  vpc_peering_connection_id = aws_vpc_peering_connection.this[each.key].id
  auto_accept               = true

  tags = { Name = local.link }
}

# The tables are the VPCs' own, in their own states: found by name, like everything that a link joins.
data "aws_route_table" "hub" {
  for_each = toset([for route in local.hub_routes : route.table])
  provider = aws.hub

  filter {
    name   = "tag:Name"
    values = [each.key]
  }
}

data "aws_route_table" "spoke" {
  for_each = toset([for route in local.spoke_routes : route.table])
  provider = aws.spoke

  filter {
    name   = "tag:Name"
    values = [each.key]
  }
}

resource "aws_route" "hub" {
  for_each = local.hub_routes
  provider = aws.hub

  route_table_id            = data.aws_route_table.hub[each.value.table].id
  destination_cidr_block    = each.value.cidr
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.this["this"].id
}

resource "aws_route" "spoke" {
  for_each = local.spoke_routes
  provider = aws.spoke

  route_table_id            = data.aws_route_table.spoke[each.value.table].id
  destination_cidr_block    = each.value.cidr
  vpc_peering_connection_id = aws_vpc_peering_connection_accepter.this["this"].id
}
