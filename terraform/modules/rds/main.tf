data "aws_partition" "current" {}

locals {
  # The family follows the major version: postgres17.
  family = "postgres${split(".", var.engine_version)[0]}"

  # A replica is only a copy, and RDS refuses a last snapshot of one.
  final_snapshot = !local.is_replica && coalesce(var.final_snapshot, var.deletion_protection)

  database = "${aws_db_instance.this.address}:${var.port}/${var.database_name}?sslmode=${var.ssl_mode}"
}

resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnet_ids
}

resource "aws_db_parameter_group" "this" {
  name_prefix = "${var.name}-${local.family}-"
  family      = local.family

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  # Passwords are kept as SCRAM verifiers, and RDS accepts no older way.
  parameter {
    name  = "password_encryption"
    value = "scram-sha-256"
  }

  parameter {
    name  = "rds.accepted_password_auth_method"
    value = "scram"
  }

  # The slow-query log: statements that take longer than this many milliseconds.
  parameter {
    name  = "log_min_duration_statement"
    value = tostring(var.slow_query_milliseconds)
  }

  parameter {
    name         = "shared_preload_libraries"
    value        = "pg_stat_statements"
    apply_method = "pending-reboot"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "PostgreSQL: from the pods whose writes it takes, and no egress"
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-database" }
}

resource "aws_vpc_security_group_ingress_rule" "clients" {
  for_each = toset(var.client_cidrs)

  security_group_id = aws_security_group.this.id
  description       = "PostgreSQL from ${each.key}"
  ip_protocol       = "tcp"
  from_port         = var.port
  to_port           = var.port
  cidr_ipv4         = each.key
}

# Writer or replica in one resource: a promotion then changes the instance and never replaces it.
resource "aws_db_instance" "this" {
  identifier     = var.identifier
  engine         = local.replication.engine
  engine_version = local.replication.engine_version
  instance_class = var.instance_class
  multi_az       = var.multi_az
  port           = var.port

  replicate_source_db = local.replication.source
  db_name             = local.replication.database_name
  username            = local.replication.username
  password_wo         = local.is_replica ? null : var.administrator_password
  password_wo_version = local.is_replica ? null : var.credentials_version

  allocated_storage = local.replication.storage_gb
  storage_type      = "gp3"
  storage_encrypted = true
  kms_key_id        = var.kms_key_arn

  db_subnet_group_name   = aws_db_subnet_group.this.name
  vpc_security_group_ids = [aws_security_group.this.id]
  parameter_group_name   = aws_db_parameter_group.this.name
  publicly_accessible    = false
  ca_cert_identifier     = "rds-ca-rsa2048-g1"

  # Backups stay in the region: nothing here copies them elsewhere.
  backup_retention_period   = var.backup_days
  backup_window             = var.backup_window
  maintenance_window        = var.maintenance_window
  copy_tags_to_snapshot     = true
  delete_automated_backups  = false
  deletion_protection       = var.deletion_protection
  skip_final_snapshot       = !local.final_snapshot
  final_snapshot_identifier = local.final_snapshot ? "${var.identifier}-final" : null

  auto_minor_version_upgrade = true
  apply_immediately          = false

  database_insights_mode                = var.insights_mode
  performance_insights_enabled          = true
  performance_insights_kms_key_id       = var.kms_key_arn
  performance_insights_retention_period = local.insights_retention_days
  monitoring_interval                   = 60
  monitoring_role_arn                   = aws_iam_role.monitoring.arn
  enabled_cloudwatch_logs_exports       = local.exported_logs

  tags = { Name = var.identifier, "bizflow:service" = "database" }

  depends_on = [aws_cloudwatch_log_group.exported, aws_iam_role_policy_attachment.monitoring]
}

# The whole secret string is the variable's value: no JSON, no property (docs/decisions/0011).
resource "aws_secretsmanager_secret_version" "url" {
  count = local.is_replica ? 0 : 1

  secret_id                = var.url_secret_arn
  secret_string_wo         = "postgresql://${var.application_user}:${var.application_password}@${local.database}"
  secret_string_wo_version = var.application_password_number
}

resource "aws_secretsmanager_secret_version" "migration_url" {
  count = local.is_replica ? 0 : 1

  secret_id                = var.migration_url_secret_arn
  secret_string_wo         = "postgresql://${var.administrator}:${var.administrator_password}@${local.database}"
  secret_string_wo_version = var.credentials_version
}
