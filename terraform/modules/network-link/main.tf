# Both ends are in their own states, so this one finds them by name and owns only what is between
# them: an outage of a region then blocks its own link, and no other plan.
data "aws_region" "spoke" {
  provider = aws.spoke
}

data "aws_ec2_transit_gateway" "hub" {
  provider = aws.hub

  filter {
    name   = "tag:Name"
    values = [var.hub_name]
  }

  filter {
    name   = "state"
    values = ["available", "modifying"]
  }
}

data "aws_ec2_transit_gateway" "spoke" {
  provider = aws.spoke

  filter {
    name   = "tag:Name"
    values = [var.spoke_name]
  }

  filter {
    name   = "state"
    values = ["available", "modifying"]
  }
}

locals {
  link = "${var.hub_name}--${var.spoke_name}"
}

resource "aws_ec2_transit_gateway_peering_attachment" "this" {
  provider = aws.hub

  transit_gateway_id      = data.aws_ec2_transit_gateway.hub.id
  peer_transit_gateway_id = data.aws_ec2_transit_gateway.spoke.id
  peer_region             = data.aws_region.spoke.id

  tags = { Name = local.link }
}

resource "aws_ec2_transit_gateway_peering_attachment_accepter" "this" {
  provider = aws.spoke

  transit_gateway_attachment_id = aws_ec2_transit_gateway_peering_attachment.this.id

  tags = { Name = local.link }
}
