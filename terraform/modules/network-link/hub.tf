# What arrives at the hub from the spoke: peering knows static routes only (Transit Gateway guide), and each
# link has its own table, so that a spoke cannot reach what another one may.
data "aws_ec2_transit_gateway_vpc_attachment" "hub" {
  provider = aws.hub

  filter {
    name   = "tag:Name"
    values = ["${var.hub_name}-vpc"]
  }

  filter {
    name   = "state"
    values = ["available", "modifying"]
  }
}

data "aws_ec2_transit_gateway_route_table" "hub_from_vpc" {
  provider = aws.hub

  filter {
    name   = "tag:Name"
    values = ["${var.hub_name}-from-vpc"]
  }

  filter {
    name   = "state"
    values = ["available"]
  }
}

resource "aws_ec2_transit_gateway_route_table" "hub" {
  provider = aws.hub

  transit_gateway_id = data.aws_ec2_transit_gateway.hub.id

  tags = { Name = local.link }
}

resource "aws_ec2_transit_gateway_route_table_association" "hub" {
  provider = aws.hub

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route" "hub_in" {
  for_each = toset(var.hub_cidrs)
  provider = aws.hub

  destination_cidr_block         = each.key
  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_vpc_attachment.hub.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.hub.id
}

resource "aws_ec2_transit_gateway_route" "hub_out" {
  for_each = toset(var.spoke_cidrs)
  provider = aws.hub

  destination_cidr_block         = each.key
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.this.id
  transit_gateway_route_table_id = data.aws_ec2_transit_gateway_route_table.hub_from_vpc.id
}
