# Off by default: a line has to be ordered first. Its virtual interface belongs to the provider of the line.
locals {
  lines = var.direct_connect == null ? [] : ["this"]
}

resource "aws_dx_gateway" "this" {
  for_each = toset(local.lines)

  name            = var.name
  amazon_side_asn = var.direct_connect.amazon_side_asn
}

resource "aws_dx_gateway_association" "this" {
  for_each = toset(local.lines)

  dx_gateway_id         = aws_dx_gateway.this[each.key].id
  associated_gateway_id = aws_ec2_transit_gateway.this.id
  allowed_prefixes      = var.direct_connect.allowed_prefixes
}

# The association makes an attachment, which Terraform can only look up.
data "aws_ec2_transit_gateway_dx_gateway_attachment" "this" {
  for_each = aws_dx_gateway_association.this

  transit_gateway_id = aws_ec2_transit_gateway.this.id
  dx_gateway_id      = each.value.dx_gateway_id
}

# What arrives by the line reaches the announced blocks of this VPC, and no other region.
resource "aws_ec2_transit_gateway_route_table" "from_line" {
  for_each = toset(local.lines)

  transit_gateway_id = aws_ec2_transit_gateway.this.id

  tags = { Name = "${var.name}-from-line" }
}

resource "aws_ec2_transit_gateway_route_table_association" "from_line" {
  for_each = toset(local.lines)

  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_dx_gateway_attachment.this[each.key].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.from_line[each.key].id
}

resource "aws_ec2_transit_gateway_route" "from_line" {
  for_each = toset(try(var.direct_connect.allowed_prefixes, []))

  destination_cidr_block         = each.key
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.this.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.from_line["this"].id
}

# The other end says by BGP what is there. The VPC's own routes decide which of it is asked for.
resource "aws_ec2_transit_gateway_route_table_propagation" "to_line" {
  for_each = toset(local.lines)

  transit_gateway_attachment_id  = data.aws_ec2_transit_gateway_dx_gateway_attachment.this[each.key].id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.from_vpc.id
}
