locals {
  zones = zipmap(var.zones, var.firewall_cidrs)

  # One endpoint per zone; AWS distinguishes them by their subnet.
  endpoints = {
    for state in tolist(aws_networkfirewall_firewall.this.firewall_status[0].sync_states) :
    state.availability_zone => state.attachment[0].endpoint_id
  }
}

# Between the Internet gateway and the public subnets, so that what load balancers take and what NAT
# gateways send passes the same zone's endpoint both ways; between tiers it would see half a flow.
resource "aws_subnet" "firewall" {
  for_each = local.zones

  vpc_id            = var.vpc_id
  availability_zone = each.key
  cidr_block        = each.value

  tags = { Name = "${var.name}-firewall-${each.key}" }
}

resource "aws_route_table" "firewall" {
  vpc_id = var.vpc_id

  tags = { Name = "${var.name}-firewall" }
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.firewall.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = var.internet_gateway_id
}

resource "aws_route_table_association" "firewall" {
  for_each = local.zones

  route_table_id = aws_route_table.firewall.id
  subnet_id      = aws_subnet.firewall[each.key].id
}

resource "aws_networkfirewall_rule_group" "domains" {
  name        = "${var.name}-domains"
  description = "What pods may ask the Internet for, by the name in the TLS handshake"
  type        = "STATEFUL"
  capacity    = 200

  rule_group {
    stateful_rule_options {
      rule_order = "STRICT_ORDER"
    }

    # A NAT gateway hides the pods: what leaves comes from the public subnets.
    rule_variables {
      ip_sets {
        key = "HOME_NET"
        ip_set {
          definition = var.public_cidrs
        }
      }
    }

    rules_source {
      rules_source_list {
        generated_rules_type = "ALLOWLIST"
        target_types         = ["TLS_SNI"]
        targets              = var.allowed_domains
      }
    }
  }

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.kms_key_arn
  }
}

# HTTPS from the Internet to the load balancers, whose web ACLs look inside.
resource "aws_networkfirewall_rule_group" "inbound" {
  name        = "${var.name}-inbound"
  description = "HTTPS to the load balancers, and nothing else from outside"
  type        = "STATEFUL"
  capacity    = 10

  rule_group {
    stateful_rule_options {
      rule_order = "STRICT_ORDER"
    }

    rules_source {
      dynamic "stateful_rule" {
        for_each = var.public_cidrs
        content {
          action = "PASS"

          header {
            protocol         = "TCP"
            direction        = "FORWARD"
            source           = "ANY"
            source_port      = "ANY"
            destination      = stateful_rule.value
            destination_port = "443"
          }

          rule_option {
            keyword  = "sid"
            settings = [tostring(stateful_rule.key + 1)]
          }
        }
      }
    }
  }

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.kms_key_arn
  }
}

resource "aws_networkfirewall_firewall_policy" "this" {
  name = var.name

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
    # The name must be seen before anything is dropped. A ClientHello of today's TLS takes two segments, and "established"
    # alone drops the first of them (aws-load-balancer-controller#4167).
    stateful_default_actions = ["aws:drop_established_app_layer", "aws:alert_established_app_layer"]

    stateful_engine_options {
      rule_order = "STRICT_ORDER"
    }

    stateful_rule_group_reference {
      priority     = 10
      resource_arn = aws_networkfirewall_rule_group.inbound.arn
    }

    stateful_rule_group_reference {
      priority     = 20
      resource_arn = aws_networkfirewall_rule_group.domains.arn
    }
  }

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.kms_key_arn
  }
}

resource "aws_networkfirewall_firewall" "this" {
  name                              = var.name
  vpc_id                            = var.vpc_id
  firewall_policy_arn               = aws_networkfirewall_firewall_policy.this.arn
  delete_protection                 = var.deletion_protection
  subnet_change_protection          = var.deletion_protection
  firewall_policy_change_protection = false

  dynamic "subnet_mapping" {
    for_each = aws_subnet.firewall
    content {
      subnet_id = subnet_mapping.value.id
    }
  }

  encryption_configuration {
    type   = "CUSTOMER_KMS"
    key_id = var.kms_key_arn
  }

  tags = { Name = var.name }
}

# Out of each public subnet by its own zone's endpoint ...
resource "aws_route" "public" {
  for_each = zipmap(var.zones, var.public_route_table_ids)

  route_table_id         = each.value
  destination_cidr_block = "0.0.0.0/0"
  vpc_endpoint_id        = local.endpoints[each.key]
}

# ... and back in by the same one.
resource "aws_route_table" "gateway" {
  vpc_id = var.vpc_id

  tags = { Name = "${var.name}-gateway" }
}

resource "aws_route" "gateway" {
  for_each = zipmap(var.zones, var.public_cidrs)

  route_table_id         = aws_route_table.gateway.id
  destination_cidr_block = each.value
  vpc_endpoint_id        = local.endpoints[each.key]
}

resource "aws_route_table_association" "gateway" {
  route_table_id = aws_route_table.gateway.id
  gateway_id     = var.internet_gateway_id
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["alert", "flow"])

  name              = "${var.log_group}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_networkfirewall_logging_configuration" "this" {
  firewall_arn = aws_networkfirewall_firewall.this.arn

  logging_configuration {
    dynamic "log_destination_config" {
      for_each = aws_cloudwatch_log_group.this
      content {
        log_destination_type = "CloudWatchLogs"
        log_type             = upper(log_destination_config.key)
        log_destination      = { logGroup = log_destination_config.value.name }
      }
    }
  }
}
