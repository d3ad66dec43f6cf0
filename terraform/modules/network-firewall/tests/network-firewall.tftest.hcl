mock_provider "aws" {
  mock_resource "aws_networkfirewall_rule_group" {
    defaults = { arn = "arn:aws:network-firewall:xx-west-1:111122223333:stateful-rulegroup/mock" }
  }
  mock_resource "aws_networkfirewall_firewall_policy" {
    defaults = { arn = "arn:aws:network-firewall:xx-west-1:111122223333:firewall-policy/mock" }
  }
}

override_resource {
  target = aws_networkfirewall_firewall.this
  values = {
    arn = "arn:aws:network-firewall:xx-west-1:111122223333:firewall/mock"
    firewall_status = [{
      sync_states = [
        { availability_zone = "xx-west-1a", attachment = [{ endpoint_id = "vpce-a", subnet_id = "subnet-a" }] },
        { availability_zone = "xx-west-1b", attachment = [{ endpoint_id = "vpce-b", subnet_id = "subnet-b" }] },
      ]
    }]
  }
}

variables {
  name                   = "bizflow-production-xx-west-1"
  vpc_id                 = "vpc-1"
  internet_gateway_id    = "igw-1"
  zones                  = ["xx-west-1a", "xx-west-1b"]
  firewall_cidrs         = ["10.4.0.0/28", "10.4.0.16/28"]
  public_cidrs           = ["10.4.1.0/24", "10.4.2.0/24"]
  public_route_table_ids = ["rtb-a", "rtb-b"]
  allowed_domains        = [".amazonaws.com", "api.gupshup.io"]
  kms_key_arn            = "arn:aws:kms:xx-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  deletion_protection    = true
  log_group              = "/bizflow/production/xx-west-1/firewall"
  log_retention_days     = 365
}

run "stands_in_both_ways_of_each_zone" {
  command = apply

  assert {
    condition     = aws_route.public["xx-west-1a"].vpc_endpoint_id == "vpce-a" && aws_route.gateway["xx-west-1a"].vpc_endpoint_id == "vpce-a"
    error_message = "A zone's traffic passes the same endpoint both ways, or a stateful firewall drops it."
  }
  assert {
    condition     = aws_route.public["xx-west-1b"].vpc_endpoint_id == "vpce-b" && aws_route.gateway["xx-west-1b"].destination_cidr_block == "10.4.2.0/24"
    error_message = "And the other zone's its own."
  }
  assert {
    condition     = aws_route_table_association.gateway.gateway_id == "igw-1" && aws_route.internet.gateway_id == "igw-1"
    error_message = "What comes in by the gateway meets the firewall first."
  }
}

run "drops_what_no_rule_allows" {
  command = apply

  assert {
    condition     = contains(aws_networkfirewall_firewall_policy.this.firewall_policy[0].stateful_default_actions, "aws:drop_established_app_layer")
    error_message = "A connection to a name that is not on the list is dropped."
  }
  assert {
    condition     = one(aws_networkfirewall_rule_group.domains.rule_group[0].rules_source[0].rules_source_list).generated_rules_type == "ALLOWLIST"
    error_message = "Names are allowed, not forbidden."
  }
  assert {
    condition     = aws_networkfirewall_firewall.this.delete_protection
    error_message = "The only way out must not be deleted by mistake."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "firewall"
  }
  expect_failures = [var.name]
}

run "refuses_a_zone_twice" {
  command = plan
  variables {
    zones = ["xx-west-1a", "xx-west-1a"]
  }
  expect_failures = [var.zones]
}

run "refuses_a_block_that_aws_does_not_take" {
  command = plan
  variables {
    firewall_cidrs = ["10.4.0.0/29", "10.4.0.16/28"]
  }
  expect_failures = [var.firewall_cidrs]
}

run "refuses_a_zone_without_public_subnet_or_table" {
  command = plan
  variables {
    public_cidrs           = ["10.4.1.0/24"]
    public_route_table_ids = ["rtb-a"]
  }
  expect_failures = [var.public_cidrs, var.public_route_table_ids]
}

run "refuses_the_whole_internet" {
  command = plan
  variables {
    allowed_domains = ["*"]
  }
  expect_failures = [var.allowed_domains]
}

run "refuses_an_empty_list" {
  command = plan
  variables {
    allowed_domains = []
  }
  expect_failures = [var.allowed_domains]
}

run "refuses_what_is_no_key" {
  command = plan
  variables {
    kms_key_arn = "alias/bizflow/app"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_a_log_group_of_another_tree" {
  command = plan
  variables {
    log_group = "/aws/firewall"
  }
  expect_failures = [var.log_group]
}

run "refuses_an_unknown_retention" {
  command = plan
  variables {
    log_retention_days = 42
  }
  expect_failures = [var.log_retention_days]
}
