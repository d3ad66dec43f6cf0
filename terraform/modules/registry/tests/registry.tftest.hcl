mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
}

variables {
  repositories  = ["bizflow/api", "bizflow/whatsapp-worker"]
  pull_accounts = ["444455556666", "111122223333"]
  kms_key_arn   = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
}

run "an_image_keeps_its_tag_and_its_key" {
  command = plan

  assert {
    condition     = alltrue([for r in aws_ecr_repository.service : r.image_tag_mutability == "IMMUTABLE"])
    error_message = "A tag could be moved under the clusters that run it."
  }
  assert {
    condition = alltrue([for r in aws_ecr_repository.service :
      r.encryption_configuration[0].encryption_type == "KMS" && r.encryption_configuration[0].kms_key == var.kms_key_arn
    ])
    error_message = "A repository is not encrypted with the key passed in."
  }
  assert {
    condition     = alltrue([for r in aws_ecr_repository.service : r.image_scanning_configuration[0].scan_on_push])
    error_message = "A repository does not scan what is pushed."
  }
  assert {
    condition     = aws_ecr_repository.service["bizflow/api"].tags["bizflow:service"] == "api"
    error_message = "The cost of a repository is not its service's."
  }
}

run "nothing_that_a_lock_may_name_expires" {
  command = plan

  assert {
    condition = alltrue([for p in aws_ecr_lifecycle_policy.service :
      alltrue([for rule in jsondecode(p.policy).rules : rule.selection.tagStatus == "untagged"])
    ])
    error_message = "A tagged image can expire, although images.lock.json may name its digest."
  }
  assert {
    condition     = length(aws_ecr_lifecycle_policy.service) == 2
    error_message = "A repository has no lifecycle policy."
  }
}

run "the_environments_may_pull_and_do_no_more" {
  command = plan

  assert {
    condition = toset(one(data.aws_iam_policy_document.pull.statement[0].principals).identifiers) == toset([
      "arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root",
    ])
    error_message = "Others than the environments' accounts may pull."
  }
  assert {
    condition = toset(data.aws_iam_policy_document.pull.statement[0].actions) == toset([
      "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer",
    ])
    error_message = "The environments' accounts may do more than pull."
  }
}

run "everything_is_scanned_all_the_time" {
  command = plan

  assert {
    condition     = one(aws_ecr_registry_scanning_configuration.this.rule).scan_frequency == "CONTINUOUS_SCAN"
    error_message = "Enhanced scanning does not look again when a new vulnerability becomes known."
  }
}

run "basic_scanning_looks_at_each_push" {
  command = plan
  variables {
    scanning = "BASIC"
  }

  assert {
    condition     = one(aws_ecr_registry_scanning_configuration.this.rule).scan_frequency == "SCAN_ON_PUSH"
    error_message = "Basic scanning knows no continuous scan."
  }
}

run "refuses_no_repository" {
  command = plan
  variables {
    repositories = []
  }
  expect_failures = [var.repositories]
}

run "refuses_a_repository_that_replication_would_miss" {
  command = plan
  variables {
    repositories = ["api"]
  }
  expect_failures = [var.repositories]
}

run "refuses_no_account" {
  command = plan
  variables {
    pull_accounts = []
  }
  expect_failures = [var.pull_accounts]
}

run "refuses_a_short_account" {
  command = plan
  variables {
    pull_accounts = ["1234"]
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

run "refuses_half_a_day" {
  command = plan
  variables {
    untagged_days = 0.5
  }
  expect_failures = [var.untagged_days]
}
