# Off by default. Each connection waits for a person: a principal's name alone opens nothing.
resource "aws_vpc_endpoint_service" "this" {
  count = var.private_link == null ? 0 : 1

  acceptance_required        = true
  allowed_principals         = var.private_link.allowed_principals
  network_load_balancer_arns = var.private_link.load_balancer_arns

  tags = { Name = var.name }
}
