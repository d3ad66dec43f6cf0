mock_provider "aws" {
  mock_data "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:xx-east-1:111122223333:loadbalancer/app/a/1" }
  }
  mock_resource "aws_lb" {
    defaults = { arn = "arn:aws:elasticloadbalancing:xx-east-1:111122223333:loadbalancer/net/a/1" }
  }
  mock_resource "aws_lb_target_group" {
    defaults = { arn = "arn:aws:elasticloadbalancing:xx-east-1:111122223333:targetgroup/a/1" }
  }
}

variables {
  name            = "bizflow-production-xx-east-1"
  vpc_id          = "vpc-00000000000000001"
  subnet_ids      = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]
  amazon_side_asn = 64513
  route_table_ids = {
    private  = ["rtb-00000000000000001", "rtb-00000000000000002", "rtb-00000000000000003"]
    database = ["rtb-00000000000000004"]
  }
  routes = [
    { tier = "private", cidr = "10.1.21.0/24" },
    { tier = "private", cidr = "10.1.22.0/24" },
  ]
}

run "lets_nothing_through_by_default" {
  assert {
    condition = (
      aws_ec2_transit_gateway.this.default_route_table_association == "disable" &&
      aws_ec2_transit_gateway.this.default_route_table_propagation == "disable" &&
      aws_ec2_transit_gateway.this.auto_accept_shared_attachments == "disable" &&
      aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_default_route_table_association == false &&
      aws_ec2_transit_gateway_vpc_attachment.this.transit_gateway_default_route_table_propagation == false
    )
    error_message = "An attachment must reach nothing until a route says so."
  }
}

run "routes_each_named_block_from_every_table_of_its_tier_and_no_other" {
  assert {
    condition     = length(aws_route.to_region) == 6
    error_message = "Two blocks from three private tables make six routes; the database tier has none."
  }

  assert {
    condition     = alltrue([for route in aws_route.to_region : route.route_table_id != "rtb-00000000000000004"])
    error_message = "A tier that no route names must keep to its VPC."
  }
}

run "reaches_no_other_region_without_routes" {
  variables {
    routes = []
  }

  assert {
    condition     = length(aws_route.to_region) == 0
    error_message = "Without routes the VPC must have no way to the gateway."
  }
}

run "builds_no_line_and_no_service_unless_told" {
  assert {
    condition     = length(aws_dx_gateway.this) + length(aws_dx_gateway_association.this) + length(aws_vpc_endpoint_service.this) + length(aws_lb.service) == 0
    error_message = "Direct Connect and PrivateLink are off by default."
  }
}

run "announces_only_the_named_prefixes_to_a_line" {
  variables {
    direct_connect = { amazon_side_asn = 64900, allowed_prefixes = ["10.2.0.0/16"] }
  }

  assert {
    condition     = aws_dx_gateway_association.this["this"].allowed_prefixes == toset(["10.2.0.0/16"])
    error_message = "The line must learn the named blocks only."
  }

  assert {
    condition = (
      keys(aws_ec2_transit_gateway_route.from_line) == ["10.2.0.0/16"] &&
      aws_ec2_transit_gateway_route_table_propagation.to_line["this"].transit_gateway_route_table_id == aws_ec2_transit_gateway_route_table.from_vpc.id
    )
    error_message = "What arrives by the line must find the VPC, and what leaves the VPC the line."
  }
}

run "lets_a_person_accept_each_consumer_of_the_service" {
  variables {
    private_link = {
      load_balancer_tags = { "elbv2.k8s.aws/cluster" = "bizflow-production-xx-east-1" }
      allowed_principals = ["arn:aws:iam::444455556666:root"]
    }
  }

  assert {
    condition     = aws_vpc_endpoint_service.this["this"].acceptance_required
    error_message = "No consumer may connect by itself."
  }

  assert {
    condition     = aws_lb.service["this"].internal && aws_lb_target_group.service["this"].target_type == "alb"
    error_message = "The service must lead to the cluster's load balancer, whose web ACL reads the requests."
  }
}

run "refuses_a_foreign_name_prefix" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_an_attachment_in_one_zone" {
  command = plan
  variables {
    subnet_ids = ["subnet-00000000000000001"]
  }
  expect_failures = [var.subnet_ids]
}

run "refuses_a_public_as_number" {
  command = plan
  variables {
    amazon_side_asn = 16509
  }
  expect_failures = [var.amazon_side_asn]
}

run "refuses_a_tier_that_no_vpc_has" {
  command = plan
  variables {
    route_table_ids = { private = ["rtb-1"], cache = ["rtb-2"] }
  }
  expect_failures = [var.route_table_ids]
}

run "refuses_a_route_to_everywhere" {
  command = plan
  variables {
    routes = [{ tier = "private", cidr = "0.0.0.0/0" }]
  }
  expect_failures = [var.routes]
}

run "refuses_a_route_from_the_public_tier" {
  command = plan
  variables {
    route_table_ids = { public = ["rtb-1"] }
    routes          = [{ tier = "public", cidr = "10.1.21.0/24" }]
  }
  expect_failures = [var.routes]
}

run "refuses_a_line_that_announces_nothing" {
  command = plan
  variables {
    direct_connect = { amazon_side_asn = 64900, allowed_prefixes = [] }
  }
  expect_failures = [var.direct_connect]
}

run "refuses_a_service_for_every_account" {
  command = plan
  variables {
    private_link = { load_balancer_tags = { Name = "x" }, allowed_principals = ["*"] }
  }
  expect_failures = [var.private_link]
}
