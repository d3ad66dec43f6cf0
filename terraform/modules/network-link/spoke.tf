# What arrives at the spoke from the hub: peering knows static routes only (Transit Gateway guide), and each
# link has its own table, so that a spoke cannot reach what another one may.
data "aws_ec2_transit_gateway_vpc_attachment" "spoke" {
  provider = aws.spoke

  filter {
    name   = "tag:Name"
    values = ["${var.spoke_name}-vpc"]
  }

  filter {
    name   = "state"
    values = ["available", "modifying"]
  }
}

data "aws_ec2_transit_gateway_route_table" "spoke_from_vpc" {
  provider = aws.spoke

  filter {
    name   = "tag:Name"
    values = ["${var.spoke_name}-from-vpc"]
  }

  filter {
    name   = "state"
    values = ["available"]
  }
}

resource "aws_ec2_transit_gateway_route_table" "spoke" {
  provider = aws.spoke

  transit_gateway_id = data.aws_ec2_transit_gateway.spoke.id

  tags = { Name = local.link }
}

resource "aws_ec2_transit_gateway_route_table_association" "spoke" {
  provider = aws.spoke

  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spoke.id
}

resource "aws_ec2_transit_gateway_route" "spoke_in" {
  for_each = toset(var.spoke_cidrs)
  provider = aws.spoke

  destination_cidr_block         = each.key
  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_vpc_attachment.spoke.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.spoke.id
}

resource "aws_ec2_transit_gateway_route" "spoke_out" {
  for_each = toset(var.hub_cidrs)
  provider = aws.spoke

  destination_cidr_block         = each.key
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_peering_attachment_accepter.this.id
  transit_gateway_route_table_id = data.aws_ec2_transit_gateway_route_table.spoke_from_vpc.id
}
