mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "xx-central-1" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:xx-central-1:111122223333:log-group:/bizflow/production/xx-central-1/flow" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/flow" }
  }
}

variables {
  name  = "bizflow-production-xx-central-1"
  cidr  = "10.1.0.0/16"
  zones = ["xx-central-1a", "xx-central-1b", "xx-central-1c"]
  subnets = {
    public   = ["10.1.1.0/24", "10.1.2.0/24", "10.1.3.0/24"]
    private  = ["10.1.11.0/24", "10.1.12.0/24", "10.1.13.0/24"]
    database = ["10.1.21.0/24", "10.1.22.0/24", "10.1.23.0/24"]
  }
  network_acls = {
    public   = { ingress = [{ action = "allow", protocol = "tcp", cidr = "0.0.0.0/0", from_port = 443, to_port = 443 }], egress = [] }
    private  = { ingress = [], egress = [] }
    database = { ingress = [], egress = [] }
  }
  nat_gateways        = "per-zone"
  internet_route      = "direct"
  interface_endpoints = ["secretsmanager", "logs", "monitoring", "ecr.api", "ecr.dkr", "sts"]
  registry_account    = "123456789012"
  cdn_security_group  = "bizflow-production-xx-central-1-cdn"
  kms_key_arn         = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  flow_log_group      = "/bizflow/production/xx-central-1/flow"
  log_retention_days  = 365
}

run "is_found_by_what_gitops_relies_on" {
  command = apply

  assert {
    condition     = aws_vpc.this.tags.Name == var.name
    error_message = "The load balancer controller finds the VPC by its Name."
  }
  assert {
    condition     = alltrue([for subnet in aws_subnet.private : subnet.tags["karpenter.sh/discovery"] == var.name])
    error_message = "Karpenter finds the private subnets by their tag."
  }
  assert {
    condition     = alltrue([for tier in [aws_subnet.public, aws_subnet.database] : alltrue([for subnet in tier : !contains(keys(subnet.tags), "karpenter.sh/discovery")])])
    error_message = "No node may be in a public or a database subnet."
  }
}

run "keeps_the_zones_apart" {
  command = apply

  assert {
    condition     = length(aws_nat_gateway.this) == 3 && length(aws_route.nat) == 3
    error_message = "Each zone has its own NAT gateway and route."
  }
  assert {
    condition     = alltrue([for zone in var.zones : aws_route.nat[zone].nat_gateway_id == aws_nat_gateway.this[zone].id])
    error_message = "A zone goes out by its own NAT gateway."
  }
  assert {
    condition     = length(aws_route.internet) == 3
    error_message = "Without inspection each public subnet leads to the Internet gateway."
  }
}

run "gives_databases_no_way_out" {
  command = apply

  assert {
    condition     = alltrue([for route in concat(values(aws_route.nat), values(aws_route.internet)) : route.route_table_id != aws_route_table.database.id])
    error_message = "The database tier has no route to the Internet."
  }
}

run "sees_and_reaches_what_the_document_says" {
  command = apply

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL" && aws_cloudwatch_log_group.flow.kms_key_id == var.kms_key_arn
    error_message = "Flow logs hold all traffic, encrypted with our key."
  }
  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "An endpoint answers under the service's own name."
  }
  assert {
    condition     = aws_vpc_endpoint.s3.vpc_endpoint_type == "Gateway" && strcontains(aws_vpc_endpoint.s3.policy, "prod-xx-central-1-starport-layer-bucket")
    error_message = "S3 is reached by a gateway that lets image layers through."
  }
  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.endpoints : rule.cidr_ipv4]) == toset(var.subnets.private)
    error_message = "Only the private subnets reach the endpoints."
  }
  assert {
    condition     = one([for rule in aws_network_acl.this["public"].ingress : rule.rule_no]) == 100
    error_message = "Rules of a network ACL keep their order."
  }
}

run "lets_only_cloudfront_reach_the_load_balancer_behind_it" {
  command = apply

  assert {
    condition     = aws_vpc_security_group_ingress_rule.cdn[0].prefix_list_id == data.aws_ec2_managed_prefix_list.cloudfront[0].id && aws_vpc_security_group_ingress_rule.cdn[0].cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.cdn[0].from_port == 443
    error_message = "HTTPS from CloudFront's own addresses alone."
  }
}

run "saves_nat_gateways_in_staging" {
  command = apply
  variables {
    nat_gateways = "single"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(distinct([for route in aws_route.nat : route.nat_gateway_id])) == 1
    error_message = "One NAT gateway serves all zones."
  }
}

run "leaves_the_way_out_to_the_firewall" {
  command = apply
  variables {
    internet_route = "inspected"
  }

  assert {
    condition     = length(aws_route.internet) == 0
    error_message = "An inspected VPC must not go past its firewall."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "production"
  }
  expect_failures = [var.name]
}

run "refuses_host_bits" {
  command = plan
  variables {
    cidr = "10.1.0.1/16"
  }
  expect_failures = [var.cidr]
}

run "refuses_a_vpc_larger_than_aws_accepts" {
  command = plan
  variables {
    cidr = "10.0.0.0/8"
  }
  expect_failures = [var.cidr]
}

run "refuses_a_single_zone" {
  command = plan
  variables {
    zones = ["xx-central-1a"]
  }
  expect_failures = [var.zones]
}

run "refuses_a_tier_without_a_subnet_in_each_zone" {
  command = plan
  variables {
    subnets = {
      public   = ["10.1.1.0/24"]
      private  = ["10.1.11.0/24", "10.1.12.0/24", "10.1.13.0/24"]
      database = ["10.1.21.0/24", "10.1.22.0/24", "10.1.23.0/24"]
    }
  }
  expect_failures = [var.subnets]
}

run "refuses_a_subnet_smaller_than_aws_accepts" {
  command = plan
  variables {
    subnets = {
      public   = ["10.1.1.0/29", "10.1.2.0/24", "10.1.3.0/24"]
      private  = ["10.1.11.0/24", "10.1.12.0/24", "10.1.13.0/24"]
      database = ["10.1.21.0/24", "10.1.22.0/24", "10.1.23.0/24"]
    }
  }
  expect_failures = [var.subnets]
}

run "refuses_a_tier_without_a_filter" {
  command = plan
  variables {
    network_acls = { public = { ingress = [], egress = [] } }
  }
  expect_failures = [var.network_acls]
}

run "refuses_an_unknown_filter" {
  command = plan
  variables {
    network_acls = {
      public   = { ingress = [{ action = "permit", protocol = "tcp", cidr = "0.0.0.0/0", from_port = 443, to_port = 443 }], egress = [] }
      private  = { ingress = [], egress = [] }
      database = { ingress = [], egress = [] }
    }
  }
  expect_failures = [var.network_acls]
}

run "refuses_an_unknown_number_of_nat_gateways" {
  command = plan
  variables {
    nat_gateways = "two"
  }
  expect_failures = [var.nat_gateways]
}

run "refuses_an_unknown_way_to_the_internet" {
  command = plan
  variables {
    internet_route = "tunnel"
  }
  expect_failures = [var.internet_route]
}

run "refuses_to_leave_out_an_endpoint_of_the_document" {
  command = plan
  variables {
    interface_endpoints = ["logs"]
  }
  expect_failures = [var.interface_endpoints]
}

run "refuses_what_is_no_account" {
  command = plan
  variables {
    registry_account = "12345"
  }
  expect_failures = [var.registry_account]
}

run "refuses_a_security_group_of_another_name" {
  command = plan
  variables {
    cdn_security_group = "default"
  }
  expect_failures = [var.cdn_security_group]
}

run "refuses_what_is_no_key" {
  command = plan
  variables {
    kms_key_arn = "bizflow/app"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_a_log_group_of_another_tree" {
  command = plan
  variables {
    flow_log_group = "/aws/flow"
  }
  expect_failures = [var.flow_log_group]
}

run "refuses_a_retention_that_cloudwatch_does_not_know" {
  command = plan
  variables {
    log_retention_days = 42
  }
  expect_failures = [var.log_retention_days]
}
