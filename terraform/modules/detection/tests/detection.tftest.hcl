mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "xx-west-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/bizflow-production-xx-west-1-trail" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:xx-west-1:111122223333:key/00000000-0000-4000-8000-000000000001" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:xx-west-1:111122223333:log-group:/bizflow/audit/bizflow-production-xx-west-1" }
  }
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::bizflow-production-xx-west-1-audit-111122223333" }
  }
}

variables {
  name                   = "bizflow-production-xx-west-1"
  finding_topic_arn      = "arn:aws:sns:xx-west-1:111122223333:bizflow-production-xx-west-1-security"
  records_global_events  = false
  macie                  = true
  data_event_bucket_arns = ["arn:aws:s3:::bizflow-production-xx-west-1-data"]
}

run "watches_what_the_document_names" {
  assert {
    condition     = toset(keys(aws_guardduty_detector_feature.this)) == toset(["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "RDS_LOGIN_EVENTS", "RUNTIME_MONITORING", "S3_DATA_EVENTS"])
    error_message = "GuardDuty must look at clusters, databases, buckets, volumes and what runs."
  }

  assert {
    condition     = anytrue([for agent in aws_guardduty_detector_feature.this["RUNTIME_MONITORING"].additional_configuration : agent.name == "EKS_ADDON_MANAGEMENT" && agent.status == "ENABLED"])
    error_message = "Nodes need GuardDuty's agent, or runtime monitoring sees nothing."
  }

  assert {
    condition     = length(aws_macie2_account.this) == 1 && length(aws_securityhub_standards_subscription.this) == 2
    error_message = "Macie and two standards of Security Hub must be on."
  }

  assert {
    condition     = aws_config_configuration_recorder.this.recording_group[0].all_supported && aws_config_configuration_recorder_status.this.is_enabled
    error_message = "Config must record everything, and be started."
  }
}

run "keeps_the_record_in_its_region_whole_and_encrypted" {
  assert {
    condition = (
      aws_cloudtrail.this.is_multi_region_trail == false &&
      aws_cloudtrail.this.enable_log_file_validation &&
      aws_cloudtrail.this.kms_key_id == aws_kms_key.audit.arn
    )
    error_message = "The trail must stay in its region, be tamper-evident and encrypted."
  }

  assert {
    condition     = one(aws_s3_bucket_versioning.audit.versioning_configuration).status == "Enabled"
    error_message = "A deleted record must come back."
  }

  assert {
    condition = (
      aws_s3_bucket_public_access_block.audit.block_public_acls && aws_s3_bucket_public_access_block.audit.block_public_policy &&
      aws_s3_bucket_public_access_block.audit.ignore_public_acls && aws_s3_bucket_public_access_block.audit.restrict_public_buckets
    )
    error_message = "Only the record's own service may read it."
  }

  assert {
    condition     = aws_kms_key.audit.enable_key_rotation
    error_message = "The key must rotate."
  }
}

run "lets_only_its_own_trail_and_account_write" {
  assert {
    condition = alltrue([
      for statement in data.aws_iam_policy_document.audit_bucket.statement :
      statement.effect == "Deny" || anytrue([for condition in statement.condition : contains(["aws:SourceArn", "aws:SourceAccount"], condition.variable)])
    ])
    error_message = "Each service must be bound to our trail or account: anybody's trail could write here otherwise."
  }

  assert {
    condition = alltrue([
      for statement in data.aws_iam_policy_document.audit_key.statement :
      anytrue([for principal in statement.principals : principal.type == "AWS"]) || length(statement.condition) > 0
    ])
    error_message = "A service may use the key for us only."
  }
}

run "records_what_happens_to_tenants_objects" {
  assert {
    condition = anytrue([
      for selector in aws_cloudtrail.this.advanced_event_selector :
      anytrue([for field in selector.field_selector : try(field.starts_with[0] == "arn:aws:s3:::bizflow-production-xx-west-1-data/", false)])
    ])
    error_message = "Reads and writes of tenants' objects must be recorded."
  }
}

run "routes_every_kind_of_finding_to_the_topic" {
  assert {
    condition     = toset(keys(aws_cloudwatch_event_target.finding)) == toset(["guardduty", "macie", "security-hub", "config", "cloudtrail"])
    error_message = "Each of the document's five detectors must notify a person."
  }

  assert {
    condition     = alltrue([for target in aws_cloudwatch_event_target.finding : target.arn == var.finding_topic_arn])
    error_message = "Findings go to the topic."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.finding["guardduty"].event_pattern).detail.severity[0].numeric == [">=", 4]
    error_message = "GuardDuty's medium findings must be heard."
  }
}

run "leaves_global_events_to_one_region" {
  assert {
    condition     = !aws_cloudtrail.this.include_global_service_events && !aws_config_configuration_recorder.this.recording_group[0].include_global_resource_types
    error_message = "A region must not record IAM once more."
  }
}

run "records_global_events_where_told" {
  variables {
    records_global_events = true
  }

  assert {
    condition     = aws_cloudtrail.this.include_global_service_events && aws_config_configuration_recorder.this.recording_group[0].include_global_resource_types
    error_message = "One place must record IAM, CloudFront and Route 53."
  }
}

run "does_without_macie_where_there_is_none" {
  variables {
    macie = false
  }

  assert {
    condition     = length(aws_macie2_account.this) == 0
    error_message = "A region without Macie must not ask for it."
  }
}

run "refuses_a_name_too_long_for_a_bucket" {
  command = plan
  variables {
    name = "bizflow-production-a-region-with-a-very-long-name"
  }
  expect_failures = [var.name]
}

run "refuses_a_topic_that_is_none" {
  command = plan
  variables {
    finding_topic_arn = "security@example.com"
  }
  expect_failures = [var.finding_topic_arn]
}

run "refuses_a_feature_that_guardduty_does_not_have" {
  command = plan
  variables {
    guardduty_features = ["EKS_AUDIT"]
  }
  expect_failures = [var.guardduty_features]
}

run "refuses_a_severity_that_no_finding_has" {
  command = plan
  variables {
    finding_min_severity = 10
  }
  expect_failures = [var.finding_min_severity]
}

run "refuses_a_standard_that_is_no_name" {
  command = plan
  variables {
    security_standards = ["CIS"]
  }
  expect_failures = [var.security_standards]
}

run "refuses_a_rule_that_is_no_identifier" {
  command = plan
  variables {
    config_rules = { encrypt = "rds-storage-encrypted" }
  }
  expect_failures = [var.config_rules]
}

run "refuses_a_path_instead_of_a_bucket" {
  command = plan
  variables {
    data_event_bucket_arns = ["arn:aws:s3:::bucket/path"]
  }
  expect_failures = [var.data_event_bucket_arns]
}

run "refuses_to_forget_within_weeks" {
  command = plan
  variables {
    retention_days = 30
  }
  expect_failures = [var.retention_days]
}

run "refuses_a_retention_that_cloudwatch_does_not_offer" {
  command = plan
  variables {
    log_retention_days = 100
  }
  expect_failures = [var.log_retention_days]
}
