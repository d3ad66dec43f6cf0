# Off by default: the gateways carry everything, and four peered VPCs would need six links, because
# peering does not pass traffic on.
resource "aws_vpc_peering_connection" "this" {
  count    = var.vpc_peering ? 1 : 0
  provider = aws.hub

  vpc_id      = data.aws_ec2_transit_gateway_vpc_attachment.hub.vpc_id
  peer_vpc_id = data.aws_ec2_transit_gateway_vpc_attachment.spoke.vpc_id
  peer_region = data.aws_region.spoke.id

  tags = { Name = local.link }
}

resource "aws_vpc_peering_connection_accepter" "this" {
  count    = var.vpc_peering ? 1 : 0
  provider = aws.spoke

  vpc_peering_connection_id = aws_vpc_peering_connection.this[0].id
  auto_accept               = true

  tags = { Name = local.link }
}
