mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/monitoring" }
  }
  mock_resource "aws_ssm_document" {
    defaults = { arn = "arn:aws:ssm:xx-central-1:111122223333:document/bizflow-production-xx-central-1-restorable-age" }
  }
  mock_resource "aws_db_instance" {
    defaults = { arn = "arn:aws:rds:xx-central-1:111122223333:db:bizflow-primary", address = "bizflow-primary.x.xx-central-1.rds.amazonaws.com" }
  }
}

variables {
  name                    = "bizflow-production-xx-central-1"
  identifier              = "bizflow-primary"
  replica_of              = null
  engine_version          = "17"
  instance_class          = "db.r6g.2xlarge"
  storage_gb              = 500
  multi_az                = true
  backup_days             = 35
  backup_window           = "20:00-21:00"
  maintenance_window      = "sat:21:30-sat:22:30"
  restorable_age          = { namespace = "BizFlow/Recovery", metric = "RestorableAge" }
  deletion_protection     = true
  vpc_id                  = "vpc-1"
  subnet_ids              = ["subnet-1", "subnet-2", "subnet-3"]
  client_cidrs            = ["10.1.11.0/24", "10.2.11.0/24"]
  port                    = 5432
  kms_key_arn             = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  log_kms_key_arn         = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ac"
  log_retention_days      = 365
  insights_mode           = "advanced"
  slow_query_milliseconds = 1000
  administrator_password  = "00000000000000000000"
  application_user        = "bizflow_app_blue"
  application_password    = "1-not-a-real-password-either"
  ssl_mode                = "require"
  url_secret_arn          = "arn:aws:secretsmanager:xx-central-1:111122223333:secret:bizflow/production/xx-central-1/database-abcdef"
  credentials_version     = 1

  application_password_number = 1

  migration_url_secret_arn = "arn:aws:secretsmanager:xx-central-1:111122223333:secret:bizflow/production/xx-central-1/database-migration-abcdef"
}

run "is_the_documents_primary" {
  command = apply

  assert {
    condition     = aws_db_instance.this.identifier == "bizflow-primary" && aws_db_instance.this.instance_class == "db.r6g.2xlarge" && aws_db_instance.this.allocated_storage == 500 && aws_db_instance.this.storage_type == "gp3" && aws_db_instance.this.multi_az
    error_message = "db.r6g.2xlarge, 500 GB gp3, Multi-AZ."
  }
  assert {
    condition     = aws_db_instance.this.backup_retention_period == 35 && aws_db_instance.this.deletion_protection && !aws_db_instance.this.skip_final_snapshot
    error_message = "Backups are kept 35 days, and a last snapshot when it ends."
  }
  assert {
    condition     = aws_db_instance.this.storage_encrypted && aws_db_instance.this.kms_key_id == var.kms_key_arn && !aws_db_instance.this.publicly_accessible
    error_message = "Encrypted with the region's key, and not public."
  }
  assert {
    condition     = aws_db_instance.this.database_insights_mode == "advanced" && aws_db_instance.this.performance_insights_retention_period == 465
    error_message = "Advanced Database Insights keeps 465 days."
  }
}

run "forces_tls_and_logs_slow_queries" {
  command = apply

  assert {
    condition     = { for parameter in aws_db_parameter_group.this.parameter : parameter.name => parameter.value }["rds.force_ssl"] == "1"
    error_message = "A connection without TLS is refused."
  }
  assert {
    condition     = { for parameter in aws_db_parameter_group.this.parameter : parameter.name => parameter.value }["log_min_duration_statement"] == "1000"
    error_message = "Statements over a second are logged."
  }
  assert {
    condition     = aws_cloudwatch_log_group.exported["postgresql"].name == "/aws/rds/instance/bizflow-primary/postgresql"
    error_message = "RDS writes to groups of this name."
  }
}

run "is_reached_by_its_clients_only_and_has_no_egress" {
  command = apply

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4]) == toset(var.client_cidrs) && alltrue([for rule in aws_vpc_security_group_ingress_rule.clients : rule.from_port == 5432 && rule.to_port == 5432])
    error_message = "PostgreSQL from the client subnets and nothing else."
  }
  assert {
    condition     = length(coalesce(aws_security_group.this.egress, [])) == 0
    error_message = "A database opens no connections."
  }
}

run "keeps_its_passwords_out_of_the_state" {
  command = apply

  assert {
    condition     = aws_db_instance.this.password == null && aws_secretsmanager_secret_version.url[0].secret_string == null
    error_message = "Passwords are written and not kept."
  }
}

run "is_a_replica_with_a_key_of_its_own" {
  command = apply
  variables {
    name           = "bizflow-production-xx-east-1"
    identifier     = "bizflow-replica-singapore"
    replica_of     = "arn:aws:rds:xx-central-1:111122223333:db:bizflow-primary"
    multi_az       = false
    kms_key_arn    = "arn:aws:kms:xx-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    url_secret_arn = null

    migration_url_secret_arn = null
  }

  assert {
    condition     = aws_db_instance.this.replicate_source_db == var.replica_of && aws_db_instance.this.kms_key_id == var.kms_key_arn && aws_db_instance.this.backup_retention_period == 35
    error_message = "A replica follows its source, has its own key and keeps backups, so that it can be promoted."
  }
  assert {
    condition     = length(aws_secretsmanager_secret_version.url) + length(aws_secretsmanager_secret_version.migration_url) == 0
    error_message = "A replica's region writes to the writer; its URL is not this instance's."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "db"
  }
  expect_failures = [var.name]
}

run "refuses_an_identifier_that_rds_does_not_take" {
  command = plan
  variables {
    identifier = "Primary--1"
  }
  expect_failures = [var.identifier]
}

run "refuses_a_source_that_is_no_instance" {
  command = plan
  variables {
    replica_of = "bizflow-primary"
  }
  expect_failures = [var.replica_of]
}

run "refuses_an_old_engine" {
  command = plan
  variables {
    engine_version = "13"
  }
  expect_failures = [var.engine_version]
}

run "refuses_a_class_that_is_none" {
  command = plan
  variables {
    instance_class = "r6g.xlarge"
  }
  expect_failures = [var.instance_class]
}

run "refuses_a_small_volume" {
  command = plan
  variables {
    storage_gb = 10
  }
  expect_failures = [var.storage_gb]
}

run "refuses_more_backup_than_rds_keeps" {
  command = plan
  variables {
    backup_days = 36
  }
  expect_failures = [var.backup_days]
}

run "refuses_to_end_backups" {
  command = plan
  variables {
    backup_days = 0
  }
  expect_failures = [var.backup_days]
}

run "refuses_a_window_that_is_none" {
  command = plan
  variables {
    backup_window      = "night"
    maintenance_window = "sunday"
  }
  expect_failures = [var.backup_window, var.maintenance_window]
}

run "refuses_a_single_subnet" {
  command = plan
  variables {
    subnet_ids = ["subnet-1"]
  }
  expect_failures = [var.subnet_ids]
}

run "refuses_the_internet_as_a_client" {
  command = plan
  variables {
    client_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.client_cidrs]
}

run "refuses_a_port_that_rds_does_not_open" {
  command = plan
  variables {
    port = 80
  }
  expect_failures = [var.port]
}

run "refuses_what_is_no_key" {
  command = plan
  variables {
    kms_key_arn     = "alias/bizflow/db"
    log_kms_key_arn = "alias/bizflow/app"
  }
  expect_failures = [var.kms_key_arn, var.log_kms_key_arn]
}

run "refuses_an_unknown_retention" {
  command = plan
  variables {
    log_retention_days = 42
  }
  expect_failures = [var.log_retention_days]
}

run "refuses_unknown_insights" {
  command = plan
  variables {
    insights_mode = "full"
  }
  expect_failures = [var.insights_mode]
}

run "refuses_to_log_every_statement" {
  command = plan
  variables {
    slow_query_milliseconds = 0
  }
  expect_failures = [var.slow_query_milliseconds]
}

run "refuses_names_that_postgresql_reserves" {
  command = plan
  variables {
    database_name    = "1st"
    administrator    = "rdsadmin"
    application_user = "app-user"
  }
  expect_failures = [var.database_name, var.administrator, var.application_user]
}

run "refuses_a_version_before_the_first" {
  command = plan
  variables {
    credentials_version = 0
  }
  expect_failures = [var.credentials_version]
}

run "measures_to_which_time_a_restore_would_lead" {
  command = apply

  assert {
    condition     = jsondecode(aws_ssm_document.restorable_age["this"].content).mainSteps[0].inputs.InputPayload == { instance = "bizflow-primary", namespace = "BizFlow/Recovery", metric = "RestorableAge" }
    error_message = "The document must measure this instance, under the name that the alarm reads."
  }
  assert {
    condition     = aws_scheduler_schedule.restorable_age["this"].schedule_expression == "rate(5 minutes)"
    error_message = "The alarm reads a value every five minutes."
  }
}

run "measures_the_lag_of_a_replica_instead" {
  command = plan
  variables {
    replica_of = "arn:aws:rds:xx-east-1:111122223333:db:bizflow-other"
  }

  assert {
    condition     = length(aws_ssm_document.restorable_age) + length(aws_scheduler_schedule.restorable_age) == 0
    error_message = "A replica has no restorable time of its own to promise."
  }
}

run "refuses_a_namespace_of_aws" {
  command = plan
  variables {
    restorable_age = { namespace = "AWS/RDS", metric = "RestorableAge" }
  }
  expect_failures = [var.restorable_age]
}
