mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:xx-west-1:111122223333:log-group:/aws/events/backup" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/bizflow-production-xx-west-1-backup" }
  }
}

variables {
  name                   = "bizflow-production-xx-west-1"
  kms_key_arn            = "arn:aws:kms:xx-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  notification_topic_arn = "arn:aws:sns:xx-west-1:111122223333:bizflow-production-xx-west-1-warning"
  retention_days         = 35
  job_minutes            = { begin = 60, end = 480 }
  log_kms_key_arn        = "arn:aws:kms:xx-west-1:111122223333:key/00000000-0000-4000-8000-000000000002"
  log_retention_days     = 365

  watched = {
    bizflow-production-xx-west-1-backed-up-database = { resource = "arn:aws:rds:xx-west-1:111122223333:db:bizflow-writer-uk" }
    bizflow-production-xx-west-1-copied-database = {
      resource  = "arn:aws:rds:xx-west-1:111122223333:db:bizflow-writer-uk"
      copied_to = "arn:aws:backup:xx-east-1:111122223333:backup-vault:bizflow-production-xx-east-1"
    }
  }

  tiers = {
    high = {
      schedule   = "cron(0 1 * * ? *)"
      continuous = false
      resources  = ["arn:aws:rds:xx-west-1:111122223333:db:bizflow-writer-uk"]
    }
    standard = {
      schedule   = "cron(0 2 * * ? *)"
      continuous = true
      resources  = ["arn:aws:s3:::bizflow-production-xx-west-1-data"]
    }
  }
}

run "keeps_every_recovery_point_for_35_days_in_its_own_encrypted_vault" {
  assert {
    condition     = aws_backup_vault.this.kms_key_arn == var.kms_key_arn
    error_message = "The vault must be encrypted with the key it was given."
  }

  assert {
    condition     = alltrue([for plan in aws_backup_plan.tier : one(one(plan.rule).lifecycle).delete_after == 35])
    error_message = "Recovery points must live as long as the document asks."
  }

  assert {
    condition = (
      aws_backup_vault_lock_configuration.this.min_retention_days == 35 &&
      aws_backup_vault_lock_configuration.this.changeable_for_days == null
    )
    error_message = "The lock must hold the days, and stay in governance mode."
  }
}

run "backs_each_tier_up_by_its_own_plan" {
  assert {
    condition     = toset(keys(aws_backup_plan.tier)) == toset(["high", "standard"])
    error_message = "A plan's rules hold for all it selects, so each tier needs its own."
  }

  assert {
    condition     = aws_backup_selection.tier["high"].resources == toset(["arn:aws:rds:xx-west-1:111122223333:db:bizflow-writer-uk"])
    error_message = "A tier must select its own resources."
  }
}

run "copies_nothing_anywhere_and_forbids_it_by_default" {
  assert {
    condition     = alltrue([for plan in aws_backup_plan.tier : length(one(plan.rule).copy_action) == 0])
    error_message = "Without a target no recovery point may leave the region."
  }

  assert {
    condition = (
      one(data.aws_iam_policy_document.vault.statement).effect == "Deny" &&
      length(one(data.aws_iam_policy_document.vault.statement).condition) == 0
    )
    error_message = "Without a target the vault must refuse every copy."
  }
}

run "copies_a_tier_to_its_named_vault_and_forbids_every_other" {
  variables {
    tiers = {
      critical = {
        schedule   = "cron(0 1 * * ? *)"
        continuous = false
        resources  = ["arn:aws:rds:xx-central-1:111122223333:db:bizflow-primary"]
        copies_to  = ["arn:aws:backup:xx-east-1:111122223333:backup-vault:bizflow-production-xx-east-1"]
      }
      low = {
        schedule   = "cron(0 2 * * ? *)"
        continuous = false
        resources  = ["arn:aws:s3:::bizflow-production-xx-central-1-audit"]
      }
    }
  }

  assert {
    condition     = one(one(aws_backup_plan.tier["critical"].rule).copy_action).destination_vault_arn == var.tiers.critical.copies_to[0]
    error_message = "The tier must copy to the named vault."
  }

  assert {
    condition     = length(one(aws_backup_plan.tier["low"].rule).copy_action) == 0
    error_message = "A tier without a target must stay at home, whatever another one does."
  }

  assert {
    condition     = one(one(data.aws_iam_policy_document.vault.statement).condition).values == var.tiers.critical.copies_to
    error_message = "The vault must refuse every copy to another one."
  }
}

run "counts_the_backups_of_one_resource_and_of_no_other" {
  assert {
    condition = jsondecode(aws_cloudwatch_event_rule.watched["bizflow-production-xx-west-1-backed-up-database"].event_pattern) == {
      source      = ["aws.backup"]
      detail-type = ["Backup Job State Change"]
      detail = {
        state           = ["COMPLETED"]
        resourceArn     = ["arn:aws:rds:xx-west-1:111122223333:db:bizflow-writer-uk"]
        backupVaultName = ["bizflow-production-xx-west-1"]
      }
    }
    error_message = "Only completed backups of the resource itself may count."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.watched["bizflow-production-xx-west-1-copied-database"].event_pattern).detail.destinationBackupVaultArn == ["arn:aws:backup:xx-east-1:111122223333:backup-vault:bizflow-production-xx-east-1"]
    error_message = "A copy counts when it is in the other vault."
  }
}

run "tells_the_topic_of_every_failure" {
  assert {
    condition     = contains(aws_backup_vault_notifications.this.backup_vault_events, "BACKUP_JOB_FAILED")
    error_message = "A failed backup must be reported."
  }
}

run "refuses_a_foreign_name_prefix" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_an_alias_for_a_key" {
  command = plan
  variables {
    kms_key_arn = "arn:aws:kms:xx-west-1:111122223333:alias/bizflow/db-xx-west-1"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_a_topic_that_is_none" {
  command = plan
  variables {
    notification_topic_arn = "ops@example.com"
  }
  expect_failures = [var.notification_topic_arn]
}

run "refuses_to_keep_longer_than_point_in_time_recovery_can" {
  command = plan
  variables {
    retention_days = 36
  }
  expect_failures = [var.retention_days]
}

run "refuses_a_tier_that_the_document_does_not_have" {
  command = plan
  variables {
    tiers = { gold = { schedule = "cron(0 1 * * ? *)", continuous = false, resources = ["arn:aws:s3:::a"] } }
  }
  expect_failures = [var.tiers]
}

run "refuses_a_schedule_that_is_no_cron_expression" {
  command = plan
  variables {
    tiers = { high = { schedule = "daily", continuous = false, resources = ["arn:aws:s3:::a"] } }
  }
  expect_failures = [var.tiers]
}

run "refuses_a_tier_that_backs_up_nothing" {
  command = plan
  variables {
    tiers = { high = { schedule = "cron(0 1 * * ? *)", continuous = false, resources = [] } }
  }
  expect_failures = [var.tiers]
}

run "refuses_to_take_a_database_over_from_rds" {
  command = plan
  variables {
    tiers = { high = { schedule = "cron(0 1 * * ? *)", continuous = true, resources = ["arn:aws:rds:xx-west-1:111122223333:db:a"] } }
  }
  expect_failures = [var.tiers]
}

run "refuses_a_copy_target_that_is_no_vault" {
  command = plan
  variables {
    tiers = { high = { schedule = "cron(0 1 * * ? *)", continuous = false, resources = ["arn:aws:s3:::a"], copies_to = ["eu-west-9"] } }
  }
  expect_failures = [var.tiers]
}
