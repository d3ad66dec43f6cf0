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
  mock_resource "aws_s3_bucket" {
    defaults = { arn = "arn:aws:s3:::bizflow-production-xx-central-1-data-111122223333" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/replication" }
  }
}

variables {
  name        = "bizflow-production-xx-central-1"
  kms_key_arn = "arn:aws:kms:xx-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  buckets = {
    bizflow-production-xx-central-1-data-111122223333 = {
      purpose       = "data"
      storage_class = "INTELLIGENT_TIERING"
      replica = {
        bucket_arn = "arn:aws:s3:::bizflow-production-xx-east-1-data-111122223333"
        key_alias  = "bizflow/s3-xx-east-1"
        region     = "xx-east-1"
      }
    }
  }
}

run "keeps_objects_encrypted_versioned_and_private" {
  command = apply

  assert {
    condition     = alltrue([for configuration in aws_s3_bucket_server_side_encryption_configuration.this : one(one(configuration.rule).apply_server_side_encryption_by_default).kms_master_key_id == var.kms_key_arn])
    error_message = "Encrypted with the region's storage key."
  }
  assert {
    condition     = alltrue([for versioning in aws_s3_bucket_versioning.this : versioning.versioning_configuration[0].status == "Enabled"])
    error_message = "Versions are kept."
  }
  assert {
    condition     = alltrue([for block in aws_s3_bucket_public_access_block.this : block.block_public_acls && block.block_public_policy && block.ignore_public_acls && block.restrict_public_buckets])
    error_message = "Public access is blocked in every way."
  }
  assert {
    condition     = alltrue([for policy in aws_s3_bucket_policy.this : jsondecode(policy.policy).Statement[0].Sid == "TlsOnly" && jsondecode(policy.policy).Statement[1].Sid == "OwnKeyOnly"])
    error_message = "Without TLS, or with another key, nothing is stored."
  }
  assert {
    condition     = alltrue([for policy in aws_s3_bucket_policy.this : jsondecode(policy.policy).Statement[1].Condition.Null["s3:x-amz-server-side-encryption-aws-kms-key-id"] == "false"])
    error_message = "A request that names no key takes the bucket's own, and is not refused."
  }
  assert {
    condition     = alltrue([for lifecycle in aws_s3_bucket_lifecycle_configuration.this : contains([for rule in lifecycle.rule : rule.id], "intelligent-tiering")])
    error_message = "Intelligent-Tiering sorts the objects."
  }
}

run "replicates_india_to_singapore_under_singapores_key" {
  command = apply

  assert {
    condition     = alltrue([for replication in aws_s3_bucket_replication_configuration.this : one(replication.rule[0].destination).bucket == "arn:aws:s3:::bizflow-production-xx-east-1-data-111122223333"])
    error_message = "Objects go to the other side's bucket, known by its name."
  }
  assert {
    condition     = alltrue([for replication in aws_s3_bucket_replication_configuration.this : one(one(replication.rule[0].destination).encryption_configuration).replica_kms_key_id == "arn:aws:kms:xx-east-1:111122223333:alias/bizflow/s3-xx-east-1"])
    error_message = "And are encrypted there with its own key, known by its alias."
  }
}

run "keeps_objects_at_home" {
  command = apply
  variables {
    buckets = {
      bizflow-production-xx-central-1-data-111122223333 = { purpose = "data", storage_class = "STANDARD", replica = null }
    }
  }

  assert {
    condition     = length(aws_s3_bucket_replication_configuration.this) == 0 && length(aws_iam_role.replication) == 0
    error_message = "Without a replica nothing may copy an object away."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name    = "s3"
    buckets = {}
  }
  expect_failures = [var.name]
}

run "refuses_a_name_that_s3_does_not_take" {
  command = plan
  variables {
    buckets = { "bizflow-production-xx-central-1_Data" = { purpose = "data", storage_class = "STANDARD", replica = null } }
  }
  expect_failures = [var.buckets]
}

run "refuses_a_bucket_of_another_place" {
  command = plan
  variables {
    buckets = { "bizflow-staging-xx-central-1-data" = { purpose = "data", storage_class = "STANDARD", replica = null } }
  }
  expect_failures = [var.buckets]
}

run "refuses_another_storage_class" {
  command = plan
  variables {
    buckets = { "bizflow-production-xx-central-1-data" = { purpose = "data", storage_class = "GLACIER", replica = null } }
  }
  expect_failures = [var.buckets]
}

run "refuses_what_is_no_key" {
  command = plan
  variables {
    kms_key_arn = "alias/bizflow/s3"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_to_keep_no_version" {
  command = plan
  variables {
    noncurrent_days = 0
  }
  expect_failures = [var.noncurrent_days]
}
