mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_resource "aws_codeconnections_connection" {
    defaults = { arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/11111111-2222-3333-4444-555555555555" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
}

variables {
  name = "bizflow-delivery"
  services = {
    api             = { repository = "bizflow/api", source = "https://github.com/bizflow/api.git" }
    whatsapp-worker = { repository = "bizflow/whatsapp-worker", source = "https://github.com/bizflow/whatsapp-worker.git" }
  }
  platform_source = "https://github.com/bizflow/platform.git"
  branches        = { staging = "develop", production = "main" }
  replica_regions = ["us-west-9", "us-east-9"]
  pull_accounts   = ["111122223333", "444455556666"]
  kms_key_arn     = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  secrets = {
    snyk_token   = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bizflow/delivery/snyk-AbCdEf"
    github_token = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bizflow/delivery/github-AbCdEf"
  }
  signing_keys            = { images = "alias/bizflow-delivery-images", renders = "alias/bizflow-delivery-renders" }
  staging_reader_role_arn = "arn:aws:iam::444455556666:role/bizflow-staging-us-east-1-pipeline-reader"
  staging_external_id     = "bizflow/staging/us-east-1/pipeline"
  vpc                     = { id = "vpc-1", subnet_arns = ["arn:aws:ec2:us-east-1:444455556666:subnet/subnet-1"] }
}

run "refuses_a_foreign_name" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_no_service" {
  command = plan
  variables {
    services = {}
  }
  expect_failures = [var.services]
}

run "refuses_a_service_that_is_no_label" {
  command = plan
  variables {
    services = { "Api_1" = { repository = "bizflow/api", source = "https://github.com/bizflow/api.git" } }
  }
  expect_failures = [var.services]
}

run "refuses_a_source_outside_github" {
  command = plan
  variables {
    services = { api = { repository = "bizflow/api", source = "https://example.com/api.git" } }
  }
  expect_failures = [var.services]
}

run "refuses_a_platform_over_ssh" {
  command = plan
  variables {
    platform_source = "git@github.com:bizflow/platform.git"
  }
  expect_failures = [var.platform_source]
}

run "refuses_one_branch_for_both" {
  command = plan
  variables {
    branches = { staging = "main", production = "main" }
  }
  expect_failures = [var.branches]
}

run "refuses_a_pattern_as_branch" {
  command = plan
  variables {
    branches = { staging = "develop|feature.*", production = "main" }
  }
  expect_failures = [var.branches]
}

run "refuses_a_region_that_is_none" {
  command = plan
  variables {
    replica_regions = ["mumbai"]
  }
  expect_failures = [var.replica_regions]
}

run "refuses_no_account" {
  command = plan
  variables {
    pull_accounts = []
  }
  expect_failures = [var.pull_accounts]
}

run "refuses_a_key_alias" {
  command = plan
  variables {
    kms_key_arn = "alias/bizflow"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_an_unknown_scanner" {
  command = plan
  variables {
    scanning = "NONE"
  }
  expect_failures = [var.scanning]
}

run "refuses_a_secret_in_plain_text" {
  command = plan
  variables {
    secrets = { snyk_token = "0000", github_token = "0000" }
  }
  expect_failures = [var.secrets]
}

run "refuses_a_role_name" {
  command = plan
  variables {
    staging_reader_role_arn = "reader"
  }
  expect_failures = [var.staging_reader_role_arn]
}

run "refuses_a_vpc_without_subnets" {
  command = plan
  variables {
    vpc = { id = "vpc-1", subnet_arns = [] }
  }
  expect_failures = [var.vpc]
}

run "refuses_a_subnet_without_its_account" {
  command = plan
  variables {
    vpc = { id = "vpc-1", subnet_arns = ["subnet-1"] }
  }
  expect_failures = [var.vpc]
}

run "refuses_an_empty_external_id" {
  command = plan
  variables {
    staging_external_id = ""
  }
  expect_failures = [var.staging_external_id]
}

run "refuses_a_mirror_without_a_reader" {
  command = plan
  variables {
    mirrored_repositories = ["postgres"]
  }
  expect_failures = [var.mirrored_repositories]
}

run "refuses_an_x86_machine" {
  command = plan
  variables {
    machine = { image = "aws/codebuild/amazonlinux-x86_64-standard:5.0", compute = "BUILD_GENERAL1_LARGE" }
  }
  expect_failures = [var.machine]
}

run "refuses_a_machine_of_no_size" {
  command = plan
  variables {
    machine = { image = "aws/codebuild/amazonlinux-aarch64-standard:3.0", compute = "HUGE" }
  }
  expect_failures = [var.machine]
}

run "refuses_a_short_memory" {
  command = plan
  variables {
    log_retention_days = 7
  }
  expect_failures = [var.log_retention_days]
}

run "refuses_one_key_for_both" {
  command = plan
  variables {
    signing_keys = { images = "alias/bizflow-delivery-images", renders = "alias/bizflow-delivery-images" }
  }
  expect_failures = [var.signing_keys]
}

run "refuses_a_key_that_is_no_alias" {
  command = plan
  variables {
    signing_keys = { images = "11111111-2222-3333-4444-555555555555", renders = "alias/bizflow-delivery-renders" }
  }
  expect_failures = [var.signing_keys]
}
