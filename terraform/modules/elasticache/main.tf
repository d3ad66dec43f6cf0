locals {
  # A failover swaps who takes writes, and never who founded the datastore and who joined it.
  is_founder   = var.global_datastore != null && try(var.global_datastore.founder, false)
  joined       = var.global_datastore != null && !local.is_founder
  is_secondary = var.global_datastore != null && try(var.global_datastore.role, "") == "secondary"
  is_copy      = local.joined && local.is_secondary
  family       = "redis${split(".", var.engine_version)[0]}"
}

resource "aws_elasticache_subnet_group" "this" {
  name       = var.identifier
  subnet_ids = var.subnet_ids
}

resource "aws_elasticache_parameter_group" "this" {
  # What joins takes the parameters of its Global Datastore.
  count = local.joined ? 0 : 1

  name   = var.identifier
  family = local.family

  # Queues of jobs live here: better refuse a write than forget one.
  parameter {
    name  = "maxmemory-policy"
    value = "noeviction"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-redis"
  description = "Redis: from the pods whose writes it takes"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-redis" }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = toset(var.client_cidrs)

  security_group_id = aws_security_group.this.id
  description       = "Redis from ${each.key}"
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
  cidr_ipv4         = each.key
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = toset(["engine-log", "slow-log"])

  name              = "/bizflow/elasticache/${var.identifier}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.log_kms_key_arn
}

resource "aws_elasticache_replication_group" "this" {
  replication_group_id = var.identifier
  description          = "BizFlow, ${var.name}"

  # What a joining group may not say for itself, because its Global Datastore says it.
  global_replication_group_id = local.joined ? var.global_datastore.id : null
  engine                      = local.joined ? null : "redis"
  engine_version              = local.joined ? null : var.engine_version
  node_type                   = local.joined ? null : var.node_type
  parameter_group_name        = local.joined ? null : aws_elasticache_parameter_group.this[0].name
  at_rest_encryption_enabled  = local.joined ? null : true
  transit_encryption_enabled  = local.joined ? null : true
  transit_encryption_mode     = local.joined ? null : "required"
  auth_token                  = local.joined ? null : var.auth_token
  # Rotating keeps the old token valid until every pod has the new one.
  auth_token_update_strategy = local.joined ? null : "ROTATE"
  kms_key_id                 = var.kms_key_arn

  num_cache_clusters         = var.replicas + 1
  automatic_failover_enabled = var.multi_az
  multi_az_enabled           = var.multi_az
  port                       = var.port
  subnet_group_name          = aws_elasticache_subnet_group.this.name
  security_group_ids         = [aws_security_group.this.id]

  snapshot_retention_limit   = local.is_copy ? null : var.snapshot_days
  snapshot_window            = local.is_copy ? null : "20:00-21:00"
  final_snapshot_identifier  = var.deletion_protection && !local.is_copy ? "${var.identifier}-final" : null
  maintenance_window         = "sat:21:30-sat:22:30"
  auto_minor_version_upgrade = true
  apply_immediately          = false

  dynamic "log_delivery_configuration" {
    for_each = aws_cloudwatch_log_group.this
    content {
      destination      = log_delivery_configuration.value.name
      destination_type = "cloudwatch-logs"
      log_format       = "json"
      log_type         = log_delivery_configuration.key
    }
  }

  tags = { Name = var.identifier, "bizflow:service" = "redis" }

  lifecycle {
    # A datastore moves all its members to a new version together.
    ignore_changes = [engine_version]

    precondition {
      condition     = !var.multi_az || var.replicas >= 1
      error_message = "Multi-AZ needs a replica to fail over to."
    }
    precondition {
      condition     = var.global_datastore == null || !can(regex("^cache\\.t|\\.(micro|small|medium)$", var.node_type))
      error_message = "A Global Datastore takes no T node and none below large."
    }
    precondition {
      condition     = local.is_copy || var.auth_token != null
      error_message = "A group that is asked for a token, or whose URL has it, needs an auth_token."
    }
  }
}

# AWS adds five letters before the suffix; the whole id goes into packages/config/src/assigned/assigned.ts. It stays in the state
# of its founder, whichever member is primary: no other root could make it again, and to destroy it would part its members.
resource "aws_elasticache_global_replication_group" "this" {
  count = local.is_founder ? 1 : 0

  global_replication_group_id_suffix   = var.global_datastore.id
  global_replication_group_description = "India and Singapore: a named residency exception"
  primary_replication_group_id         = aws_elasticache_replication_group.this.id

  lifecycle {
    # The provider reads who is primary now, and would make the datastore again after a failover.
    ignore_changes = [primary_replication_group_id]
  }
}

# The whole secret string is the variable's value (docs/decisions/0011).
resource "aws_secretsmanager_secret_version" "url" {
  count = local.is_secondary ? 0 : 1

  secret_id                = var.url_secret_arn
  secret_string_wo         = "rediss://:${var.auth_token}@${aws_elasticache_replication_group.this.primary_endpoint_address}:${var.port}"
  secret_string_wo_version = var.credentials_version
}
