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
  mock_data "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:xx-central-1:111122223333:regional/webacl/direct/1" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }
  }
  mock_resource "aws_kms_replica_key" {
    defaults = { arn = "arn:aws:kms:xx-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab" }
  }
  mock_resource "aws_secretsmanager_secret" {
    defaults = { arn = "arn:aws:secretsmanager:xx-central-1:111122223333:secret:bizflow-abcdef" }
  }
  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:xx-central-1:111122223333:regional/webacl/origin/1" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:xx-central-1:111122223333:log-group:aws-waf-logs-x" }
  }
}

variables {
  name = "bizflow-production-xx-central-1"
  keys = {
    application = { alias = "bizflow/app", scope = "multi-region", rotation_days = 365 }
    database    = { alias = "bizflow/db-xx-central-1", scope = "regional", rotation_days = 365 }
    secrets     = { alias = "bizflow/secrets", scope = "multi-region", rotation_days = 365 }
    storage     = { alias = "bizflow/s3-xx-central-1", scope = "regional", rotation_days = 365 }
  }
  multi_region_role = "primary"
  primary_key_arns  = {}
  secrets = {
    "bizflow/production/xx-central-1/database" = { description = "DATABASE_URL", replica_regions = ["xx-east-1"] }
    "bizflow/production/xx-central-1/gupshup"  = { description = "GUPSHUP_API_KEY", replica_regions = [] }
    "bizflow/production/xx-central-1/admin"    = { description = "Administrator", replica_regions = [] }
  }
  written_secrets = { "bizflow/production/xx-central-1/admin" = 1 }
  secret_values   = { "bizflow/production/xx-central-1/admin" = "not-a-real-password" }
  origin_acl = {
    name          = "bizflow-production-xx-central-1-origin"
    rules         = "[{\"Name\":\"first\",\"Priority\":0},{\"Name\":\"second\",\"Priority\":1}]"
    header        = "x-bizflow-origin"
    header_values = ["blue", "green"]
  }
  direct_acl         = { name = "bizflow-production-xx-central-1-direct", exists = false }
  redacted_headers   = ["authorization", "cookie"]
  log_retention_days = 365
}

run "has_the_documents_keys_which_rotate" {
  command = apply

  assert {
    condition     = toset([for alias in aws_kms_alias.this : alias.name]) == toset(["alias/bizflow/app", "alias/bizflow/db-xx-central-1", "alias/bizflow/secrets", "alias/bizflow/s3-xx-central-1"])
    error_message = "Aliases are the document's."
  }
  assert {
    condition     = alltrue([for key in concat(values(aws_kms_key.regional), values(aws_kms_key.primary)) : key.enable_key_rotation && key.rotation_period_in_days == 365])
    error_message = "Every key rotates once a year."
  }
  assert {
    condition     = alltrue([for key in aws_kms_key.primary : key.multi_region]) && keys(aws_kms_key.primary) == ["application", "secrets"]
    error_message = "The hub makes the multi-Region keys."
  }
  assert {
    condition     = aws_ebs_encryption_by_default.this.enabled && aws_ebs_default_kms_key.this.key_arn == output.key_arns["application"]
    error_message = "Karpenter's disks are encrypted with our key."
  }
}

run "has_replicas_away_from_the_hub" {
  command = apply
  variables {
    name              = "bizflow-production-xx-west-1"
    multi_region_role = "replica"
    primary_key_arns = {
      application = "arn:aws:kms:xx-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890aa"
      secrets     = "arn:aws:kms:xx-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab"
    }
  }

  assert {
    condition     = length(aws_kms_key.primary) == 0 && aws_kms_replica_key.replica["secrets"].primary_key_arn == var.primary_key_arns["secrets"]
    error_message = "A region's multi-Region keys are replicas of the hub's."
  }
}

run "lets_only_the_account_and_bound_services_use_a_key" {
  command = apply

  assert {
    condition = alltrue(flatten([for key in concat(values(aws_kms_key.regional), values(aws_kms_key.primary)) : [
      for statement in jsondecode(key.policy).Statement : contains(["AccountDecides", "Events"], statement.Sid) || can(statement.Condition)
    ]]))
    error_message = "Every other statement of a key's policy is bound by a condition."
  }
  assert {
    condition = alltrue(flatten([for key in concat(values(aws_kms_key.regional), values(aws_kms_key.primary)) : [
      for statement in jsondecode(key.policy).Statement : statement.Sid != "Events" || statement.Principal == { Service = "events.amazonaws.com" } && !can(statement.Condition)
    ]]))
    error_message = "EventBridge names no source to a key: a condition would drop every event."
  }
}

run "keeps_the_names_of_secrets_and_copies_only_what_is_allowed" {
  command = apply

  assert {
    condition     = toset(keys(aws_secretsmanager_secret.this)) == toset(keys(var.secrets)) && alltrue([for secret in aws_secretsmanager_secret.this : secret.kms_key_id == output.key_arns["secrets"]])
    error_message = "Each secret has the name that gitops/ derives, with the document's key."
  }
  assert {
    condition     = [for replica in aws_secretsmanager_secret.this["bizflow/production/xx-central-1/database"].replica : replica.region] == ["xx-east-1"] && length(aws_secretsmanager_secret.this["bizflow/production/xx-central-1/gupshup"].replica) == 0
    error_message = "Only what is told to be copied is."
  }
  assert {
    condition     = keys(aws_secretsmanager_secret_version.written) == ["bizflow/production/xx-central-1/admin"] && aws_secretsmanager_secret_version.written["bizflow/production/xx-central-1/admin"].secret_string == null
    error_message = "A written value is in no state."
  }
}

run "locks_the_origin_before_the_edge_policy" {
  command = apply

  assert {
    condition     = [for rule in jsondecode(aws_wafv2_web_acl.origin[0].rule_json) : [rule.Name, rule.Priority]] == [["origin-lock", 0], ["first", 1], ["second", 2]]
    error_message = "The lock comes first and the policy keeps its order."
  }
  assert {
    condition     = length(jsondecode(aws_wafv2_web_acl.origin[0].rule_json)[0].Statement.NotStatement.Statement.OrStatement.Statements) == 2
    error_message = "Both values of CloudFront's header open it."
  }
  assert {
    condition     = aws_cloudwatch_log_group.waf["direct"].name == "aws-waf-logs-bizflow-production-xx-central-1-direct"
    error_message = "WAF takes only log groups of this name."
  }
  assert {
    condition     = keys(aws_wafv2_web_acl_logging_configuration.this) == ["origin"] && length(aws_wafv2_web_acl_logging_configuration.this["origin"].redacted_fields) == 3
    error_message = "Before its first sync a cluster has no ACL to log; CloudFront's secret is redacted."
  }
}

run "logs_the_clusters_acl_once_it_is_there" {
  command = apply
  variables {
    direct_acl = { name = "bizflow-production-xx-central-1-direct", exists = true }
  }

  assert {
    condition     = length(aws_wafv2_web_acl_logging_configuration.this) == 2
    error_message = "Both ACLs log."
  }
}

run "has_no_origin_to_lock_where_nothing_stands_behind_cloudfront" {
  command = apply
  variables {
    origin_acl = null
  }

  assert {
    condition     = length(aws_wafv2_web_acl.origin) == 0 && keys(aws_cloudwatch_log_group.waf) == ["direct"]
    error_message = "Without CloudFront there is one ACL, the cluster's."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "security"
  }
  expect_failures = [var.name]
}

run "refuses_a_key_table_with_a_hole" {
  command = plan
  variables {
    keys = { database = { alias = "bizflow/db-xx-central-1", scope = "regional", rotation_days = 365 } }
  }
  expect_failures = [var.keys]
}

run "refuses_an_unknown_scope" {
  command = plan
  variables {
    keys = {
      application = { alias = "bizflow/app", scope = "global", rotation_days = 365 }
      database    = { alias = "bizflow/db", scope = "regional", rotation_days = 365 }
      secrets     = { alias = "bizflow/secrets", scope = "regional", rotation_days = 365 }
      storage     = { alias = "bizflow/s3", scope = "regional", rotation_days = 365 }
    }
  }
  expect_failures = [var.keys]
}

run "refuses_a_rotation_that_kms_does_not_know" {
  command = plan
  variables {
    keys = {
      application = { alias = "bizflow/app", scope = "regional", rotation_days = 30 }
      database    = { alias = "bizflow/db", scope = "regional", rotation_days = 365 }
      secrets     = { alias = "bizflow/secrets", scope = "regional", rotation_days = 365 }
      storage     = { alias = "bizflow/s3", scope = "regional", rotation_days = 365 }
    }
  }
  expect_failures = [var.keys]
}

run "refuses_an_unknown_role" {
  command = plan
  variables {
    multi_region_role = "secondary"
  }
  expect_failures = [var.multi_region_role]
}

run "refuses_a_replica_without_a_key" {
  command = plan
  variables {
    multi_region_role = "replica"
  }
  expect_failures = [var.primary_key_arns]
}

run "refuses_a_primary_that_is_no_multi_region_key" {
  command = plan
  variables {
    primary_key_arns = { secrets = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab" }
  }
  expect_failures = [var.primary_key_arns]
}

run "refuses_a_deletion_that_cannot_be_saved" {
  command = plan
  variables {
    key_deletion_days = 1
  }
  expect_failures = [var.key_deletion_days]
}

run "refuses_a_secret_of_another_tree" {
  command = plan
  variables {
    secrets         = { "prod/database" = { description = "x", replica_regions = [] } }
    written_secrets = {}
  }
  expect_failures = [var.secrets]
}

run "refuses_to_write_an_unknown_secret" {
  command = plan
  variables {
    written_secrets = { "bizflow/production/xx-central-1/nothing" = 1 }
  }
  expect_failures = [var.written_secrets]
}

run "refuses_a_secret_copied_to_its_own_region" {
  command = plan
  variables {
    secrets = {
      "bizflow/production/xx-central-1/admin" = { description = "x", replica_regions = ["xx-central-1"] }
    }
  }
  expect_failures = [aws_secretsmanager_secret.this]
}

run "refuses_half_a_version" {
  command = plan
  variables {
    written_secrets = { "bizflow/production/xx-central-1/admin" = 1.5 }
  }
  expect_failures = [var.written_secrets]
}

run "refuses_a_recovery_that_secrets_manager_does_not_know" {
  command = plan
  variables {
    secret_recovery_days = 90
  }
  expect_failures = [var.secret_recovery_days]
}

run "refuses_rules_that_are_no_rules" {
  command = plan
  variables {
    origin_acl = { name = "x", rules = "{}[", header = "x-bizflow-origin", header_values = ["blue", "green"] }
  }
  expect_failures = [var.origin_acl]
}

run "refuses_a_lock_with_one_key" {
  command = plan
  variables {
    origin_acl = { name = "x", rules = "[]", header = "x-bizflow-origin", header_values = ["blue"] }
  }
  expect_failures = [var.origin_acl]
}

run "refuses_a_name_that_waf_does_not_take" {
  command = plan
  variables {
    direct_acl = { name = "a b", exists = false }
  }
  expect_failures = [var.direct_acl]
}

run "refuses_to_log_credentials" {
  command = plan
  variables {
    redacted_headers = ["cookie"]
  }
  expect_failures = [var.redacted_headers]
}

run "refuses_an_unknown_retention" {
  command = plan
  variables {
    log_retention_days = 42
  }
  expect_failures = [var.log_retention_days]
}
