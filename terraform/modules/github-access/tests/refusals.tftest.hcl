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
}

variables {
  name          = "bizflow-production"
  repository    = "bizflow/platform"
  branch        = "main"
  environments  = { plan = "production-plan", apply = "production" }
  regions       = ["us-east-1"]
  state_buckets = ["bizflow-terraform-us-east-1-111122223333"]
  groups        = { network = { reads = ["ec2:DescribeVpcs"], writes = ["ec2:CreateVpc"] } }
  worldwide     = { reads = [], writes = [] }
  identity      = { reads = ["iam:GetRole"], writes = ["iam:CreateRole"] }
  key_uses      = ["kms:Decrypt"]
  passed_roles  = {}
  never         = ["kms:ScheduleKeyDeletion"]
}

run "refuses_a_foreign_name_prefix" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_a_wildcard_of_repositories" {
  command = plan
  variables {
    repository = "bizflow/*"
  }
  expect_failures = [var.repository]
}

run "refuses_a_wildcard_of_branches" {
  command = plan
  variables {
    branch = "*"
  }
  expect_failures = [var.branch]
}

run "refuses_a_wildcard_of_environments" {
  command = plan
  variables {
    environments = { plan = "production-plan", apply = "*" }
  }
  expect_failures = [var.environments]
}

run "refuses_one_environment_for_both" {
  command = plan
  variables {
    environments = { plan = "production", apply = "production" }
  }
  expect_failures = [var.environments]
}

run "refuses_no_border" {
  command = plan
  variables {
    regions = []
  }
  expect_failures = [var.regions]
}

run "refuses_a_wildcard_of_actions" {
  command = plan
  variables {
    groups = { network = { reads = ["ec2:*"], writes = [] } }
  }
  expect_failures = [var.groups]
}

run "refuses_roles_of_others" {
  command = plan
  variables {
    passed_roles = { "ec2.amazonaws.com" = ["Administrator"] }
  }
  expect_failures = [var.passed_roles]
}
