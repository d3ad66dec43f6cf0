# Off by default: a line has to be ordered first. Its virtual interface belongs to the provider of the line.
resource "aws_dx_gateway" "this" {
  count = var.direct_connect == null ? 0 : 1

  name            = var.name
  amazon_side_asn = var.direct_connect.amazon_side_asn
}

resource "aws_dx_gateway_association" "this" {
  count = var.direct_connect == null ? 0 : 1

  dx_gateway_id         = aws_dx_gateway.this[0].id
  associated_gateway_id = aws_ec2_transit_gateway.this.id
  allowed_prefixes      = var.direct_connect.allowed_prefixes
}
