mock_provider "aws" {
  alias = "hub"

  mock_data "aws_ec2_transit_gateway" {
    defaults = { id = "tgw-00000000000000001" }
  }
  mock_data "aws_ec2_transit_gateway_vpc_attachment" {
    defaults = { id = "tgw-attach-00000000000000001", vpc_id = "vpc-00000000000000001" }
  }
  mock_data "aws_ec2_transit_gateway_route_table" {
    defaults = { id = "tgw-rtb-00000000000000001" }
  }
  mock_data "aws_route_table" {
    defaults = { id = "rtb-00000000000000001" }
  }
}

mock_provider "aws" {
  alias = "spoke"

  mock_data "aws_region" {
    defaults = { id = "xx-east-1" }
  }
  mock_data "aws_ec2_transit_gateway" {
    defaults = { id = "tgw-00000000000000002" }
  }
  mock_data "aws_ec2_transit_gateway_vpc_attachment" {
    defaults = { id = "tgw-attach-00000000000000002", vpc_id = "vpc-00000000000000002" }
  }
  mock_data "aws_ec2_transit_gateway_route_table" {
    defaults = { id = "tgw-rtb-00000000000000002" }
  }
  mock_data "aws_route_table" {
    defaults = { id = "rtb-00000000000000002" }
  }
}

variables {
  hub_name    = "bizflow-production-xx-central-1"
  spoke_name  = "bizflow-production-xx-east-1"
  hub_cidrs   = ["10.1.21.0/24", "10.1.22.0/24", "10.1.23.0/24"]
  spoke_cidrs = ["10.2.11.0/24", "10.2.12.0/24", "10.2.13.0/24"]
}

run "peers_the_hub_with_the_spoke_and_accepts_it_there" {
  assert {
    condition = (
      aws_ec2_transit_gateway_peering_attachment.this.transit_gateway_id == "tgw-00000000000000001" &&
      aws_ec2_transit_gateway_peering_attachment.this.peer_transit_gateway_id == "tgw-00000000000000002" &&
      aws_ec2_transit_gateway_peering_attachment.this.peer_region == "xx-east-1"
    )
    error_message = "The hub must ask the spoke's gateway, in the spoke's region."
  }

  assert {
    condition     = aws_ec2_transit_gateway_peering_attachment_accepter.this.transit_gateway_attachment_id == aws_ec2_transit_gateway_peering_attachment.this.id
    error_message = "The spoke must accept what the hub asked."
  }
}

run "carries_the_named_blocks_there_and_back" {
  assert {
    condition = (
      toset(keys(aws_ec2_transit_gateway_route.hub_in)) == toset(var.hub_cidrs) &&
      toset(keys(aws_ec2_transit_gateway_route.spoke_out)) == toset(var.hub_cidrs)
    )
    error_message = "Packets for the hub must leave the spoke and arrive at the hub."
  }

  assert {
    condition = (
      toset(keys(aws_ec2_transit_gateway_route.spoke_in)) == toset(var.spoke_cidrs) &&
      toset(keys(aws_ec2_transit_gateway_route.hub_out)) == toset(var.spoke_cidrs)
    )
    error_message = "Packets for the spoke must leave the hub and arrive at the spoke."
  }

  assert {
    condition = alltrue([
      for route in aws_ec2_transit_gateway_route.hub_in : route.transit_gateway_attachment_id == "tgw-attach-00000000000000001"
    ])
    error_message = "What arrives at the hub goes into the hub's VPC, never on to another spoke."
  }
}

run "carries_nothing_without_blocks" {
  variables {
    hub_cidrs   = []
    spoke_cidrs = []
  }

  assert {
    condition = (
      length(aws_ec2_transit_gateway_route.hub_in) + length(aws_ec2_transit_gateway_route.hub_out) == 0 &&
      length(aws_ec2_transit_gateway_route.spoke_in) + length(aws_ec2_transit_gateway_route.spoke_out) == 0
    )
    error_message = "A link whose regions may not talk must have no route."
  }
}

run "peers_no_vpcs_unless_told" {
  assert {
    condition     = length(aws_vpc_peering_connection.this) == 0 && length(aws_vpc_peering_connection_accepter.this) == 0
    error_message = "VPC peering is off by default."
  }
}

run "peers_the_vpcs_when_told" {
  variables {
    hub_cidrs   = []
    spoke_cidrs = []
    vpc_peering = {
      hub_routes   = [{ table = "bizflow-production-xx-central-1-database", cidr = "10.2.11.0/24" }]
      spoke_routes = [{ table = "bizflow-production-xx-east-1-private-xx-east-1a", cidr = "10.1.21.0/24" }]
    }
  }

  assert {
    condition = (
      aws_vpc_peering_connection.this["this"].vpc_id == "vpc-00000000000000001" &&
      aws_vpc_peering_connection.this["this"].peer_vpc_id == "vpc-00000000000000002" &&
      aws_vpc_peering_connection_accepter.this["this"].auto_accept
    )
    error_message = "The hub's VPC must ask the spoke's, and the spoke accept."
  }

  assert {
    condition = (
      one(values(aws_route.hub)).route_table_id == "rtb-00000000000000001" &&
      one(values(aws_route.hub)).destination_cidr_block == "10.2.11.0/24" &&
      one(values(aws_route.spoke)).route_table_id == "rtb-00000000000000002" &&
      one(values(aws_route.spoke)).destination_cidr_block == "10.1.21.0/24"
    )
    error_message = "Each VPC's own table must lead to the other one by the peering."
  }
}

run "refuses_a_peering_without_routes" {
  command = plan
  variables {
    hub_cidrs   = []
    spoke_cidrs = []
    vpc_peering = { hub_routes = [], spoke_routes = [] }
  }
  expect_failures = [var.vpc_peering]
}

run "refuses_two_ways_for_the_same_packets" {
  command = plan
  variables {
    vpc_peering = {
      hub_routes   = [{ table = "bizflow-production-xx-central-1-database", cidr = "10.2.11.0/24" }]
      spoke_routes = [{ table = "bizflow-production-xx-east-1-private-xx-east-1a", cidr = "10.1.21.0/24" }]
    }
  }
  expect_failures = [var.vpc_peering]
}

run "refuses_a_foreign_hub" {
  command = plan
  variables {
    hub_name = "acme"
  }
  expect_failures = [var.hub_name]
}

run "refuses_a_link_to_itself" {
  command = plan
  variables {
    spoke_name = "bizflow-production-xx-central-1"
  }
  expect_failures = [var.spoke_name]
}

run "refuses_a_way_to_everywhere" {
  command = plan
  variables {
    hub_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.hub_cidrs]
}

run "refuses_a_block_that_is_none" {
  command = plan
  variables {
    spoke_cidrs = ["10.2.300.0/24"]
  }
  expect_failures = [var.spoke_cidrs]
}

run "refuses_a_way_without_a_way_back" {
  command = plan
  variables {
    spoke_cidrs = []
  }
  expect_failures = [var.spoke_cidrs]
}
