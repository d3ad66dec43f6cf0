mock_provider "aws" {
  # The provider wants a letter first, and a mocked id begins with a digit now and then.
  mock_resource "aws_elasticache_replication_group" {
    defaults = { id = "bizflow-redis-india" }
  }
}

variables {
  name                = "bizflow-production-xx-central-1"
  identifier          = "bizflow-redis-india"
  global_datastore    = { id = "bizflow-redis-global", role = "primary", founder = true }
  engine_version      = "7.1"
  node_type           = "cache.r6g.large"
  replicas            = 2
  multi_az            = true
  snapshot_days       = 7
  deletion_protection = true
  vpc_id              = "vpc-1"
  subnet_ids          = ["subnet-1", "subnet-2", "subnet-3"]
  client_cidrs        = ["10.1.11.0/24", "10.2.11.0/24"]
  port                = 6379
  kms_key_arn         = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  log_kms_key_arn     = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ac"
  log_retention_days  = 365
  auth_token          = "notarealtokennotarealtoken"
  url_secret_arn      = "arn:aws:secretsmanager:xx-central-1:111122223333:secret:bizflow/production/xx-central-1/redis-abcdef"
  credentials_version = 1
}

run "asks_for_tls_and_a_token_and_survives_a_zone" {
  command = apply

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required" && aws_elasticache_replication_group.this.auth_token == var.auth_token
    error_message = "TLS is required, and a token with it."
  }
  assert {
    condition     = aws_elasticache_replication_group.this.multi_az_enabled && aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.num_cache_clusters == 3
    error_message = "Multi-AZ with two replicas."
  }
  assert {
    condition     = aws_elasticache_replication_group.this.at_rest_encryption_enabled == "true" && aws_elasticache_replication_group.this.kms_key_id == var.kms_key_arn
    error_message = "Encrypted with the region's key."
  }
  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.clients : rule.cidr_ipv4]) == toset(var.client_cidrs)
    error_message = "Only the clients' subnets reach it."
  }
}

run "founds_the_global_datastore" {
  command = apply

  assert {
    condition     = aws_elasticache_global_replication_group.this[0].global_replication_group_id_suffix == "bizflow-redis-global"
    error_message = "The founder makes the document's datastore."
  }
}

run "joins_the_global_datastore" {
  command = apply
  variables {
    identifier       = "bizflow-redis-singapore"
    global_datastore = { id = "erpgt-bizflow-redis-global", role = "secondary", founder = false }
    auth_token       = null
    url_secret_arn   = null
  }

  assert {
    condition     = aws_elasticache_replication_group.this.global_replication_group_id == "erpgt-bizflow-redis-global" && aws_elasticache_replication_group.this.auth_token == null
    error_message = "Who joins takes what its datastore says."
  }
  assert {
    condition     = length(aws_elasticache_global_replication_group.this) == 0 && length(aws_secretsmanager_secret_version.url) == 0
    error_message = "A secondary creates no datastore and accepts no writes."
  }
}

run "keeps_the_datastore_and_its_token_when_another_member_takes_over" {
  command = apply
  variables {
    global_datastore = { id = "bizflow-redis-global", role = "secondary", founder = true }
    url_secret_arn   = null
  }

  assert {
    condition     = length(aws_elasticache_global_replication_group.this) == 1 && aws_elasticache_replication_group.this.auth_token == var.auth_token
    error_message = "The datastore stays with its founder, and the token as it was."
  }
  assert {
    condition     = length(aws_elasticache_parameter_group.this) == 1 && length(aws_secretsmanager_secret_version.url) == 0
    error_message = "A secondary keeps its parameters, and accepts no writes."
  }
}

run "takes_over_without_a_second_datastore" {
  command = apply
  variables {
    identifier       = "bizflow-redis-singapore"
    global_datastore = { id = "erpgt-bizflow-redis-global", role = "primary", founder = false }
  }

  assert {
    condition     = length(aws_elasticache_global_replication_group.this) == 0 && aws_elasticache_replication_group.this.global_replication_group_id == "erpgt-bizflow-redis-global"
    error_message = "A member that takes over stays in the datastore that it joined."
  }
  assert {
    condition     = length(aws_secretsmanager_secret_version.url) == 1 && aws_elasticache_replication_group.this.auth_token == null && aws_elasticache_replication_group.this.snapshot_retention_limit == var.snapshot_days
    error_message = "Its URL is written with the datastore's token, and it is backed up."
  }
}

run "stays_in_its_region" {
  command = apply
  variables {
    identifier       = "bizflow-redis-uk"
    global_datastore = null
  }

  assert {
    condition     = length(aws_elasticache_global_replication_group.this) == 0
    error_message = "A bound region's data leaves in no datastore."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "redis"
  }
  expect_failures = [var.name]
}

run "refuses_an_identifier_that_elasticache_does_not_take" {
  command = plan
  variables {
    identifier = "Redis_1"
  }
  expect_failures = [var.identifier]
}

run "refuses_an_unknown_role" {
  command = plan
  variables {
    global_datastore = { id = "x", role = "leader", founder = false }
  }
  expect_failures = [var.global_datastore]
}

run "refuses_another_engine" {
  command = plan
  variables {
    engine_version = "5.0.6"
  }
  expect_failures = [var.engine_version]
}

run "refuses_a_node_that_is_none" {
  command = plan
  variables {
    node_type = "r6g.large"
  }
  expect_failures = [var.node_type]
}

run "refuses_a_small_node_in_a_global_datastore" {
  command = plan
  variables {
    node_type = "cache.t4g.medium"
  }
  expect_failures = [aws_elasticache_replication_group.this]
}

run "refuses_six_replicas" {
  command = plan
  variables {
    replicas = 6
  }
  expect_failures = [var.replicas]
}

run "refuses_multi_az_without_a_replica" {
  command = plan
  variables {
    replicas = 0
  }
  expect_failures = [aws_elasticache_replication_group.this]
}

run "refuses_to_keep_no_snapshot" {
  command = plan
  variables {
    snapshot_days = 0
  }
  expect_failures = [var.snapshot_days]
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

run "refuses_a_privileged_port" {
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

run "refuses_a_short_token" {
  command = plan
  variables {
    auth_token = "short"
  }
  expect_failures = [var.auth_token]
}

run "refuses_a_group_without_a_token" {
  command = plan
  variables {
    auth_token = null
  }
  expect_failures = [aws_elasticache_replication_group.this]
}

run "refuses_a_version_before_the_first" {
  command = plan
  variables {
    credentials_version = 0
  }
  expect_failures = [var.credentials_version]
}
