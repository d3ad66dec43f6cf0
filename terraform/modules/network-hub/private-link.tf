# Off by default. Each connection waits for a person: a principal's name alone opens nothing.
locals {
  services = var.private_link == null ? [] : ["this"]
}

# PrivateLink leads to a network load balancer only, which hands on to the one that the cluster made: its
# web ACL still reads every request.
data "aws_lb" "public" {
  for_each = toset(local.services)

  tags = var.private_link.load_balancer_tags
}

resource "aws_lb" "service" {
  for_each = toset(local.services)

  name                             = substr("${replace(var.name, "bizflow-", "")}-service", 0, 32)
  load_balancer_type               = "network"
  internal                         = true
  subnets                          = var.subnet_ids
  enable_cross_zone_load_balancing = true
  enable_deletion_protection       = true

  tags = { Name = "${var.name}-service" }
}

resource "aws_lb_target_group" "service" {
  for_each = toset(local.services)

  name        = substr("${replace(var.name, "bizflow-", "")}-service", 0, 32)
  target_type = "alb"
  protocol    = "TCP"
  port        = 443
  vpc_id      = var.vpc_id

  # Asked by address and not by name, it answers 404: that it answers is what counts.
  health_check {
    protocol = "HTTPS"
    path     = "/"
    matcher  = "200-499"
  }

  tags = { Name = "${var.name}-service" }
}

resource "aws_lb_target_group_attachment" "service" {
  for_each = toset(local.services)

  target_group_arn = aws_lb_target_group.service[each.key].arn
  target_id        = data.aws_lb.public[each.key].arn
  port             = 443
}

resource "aws_lb_listener" "service" {
  for_each = toset(local.services)

  load_balancer_arn = aws_lb.service[each.key].arn
  protocol          = "TCP"
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service[each.key].arn
  }
}

resource "aws_vpc_endpoint_service" "this" {
  for_each = toset(local.services)

  acceptance_required        = true
  allowed_principals         = var.private_link.allowed_principals
  network_load_balancer_arns = [aws_lb.service[each.key].arn]

  tags = { Name = var.name }
}
