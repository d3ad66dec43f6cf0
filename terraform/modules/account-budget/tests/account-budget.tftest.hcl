mock_provider "aws" {}

variables {
  name      = "bizflow-production-account"
  limit_usd = 17000
  emails    = ["platform@bizflow.app"]
}

run "watches_the_whole_account" {
  assert {
    condition     = length(aws_budgets_budget.account.cost_filter) == 0 && aws_budgets_budget.account.limit_amount == "17000"
    error_message = "A filter would leave out what has no tag: Shield Advanced."
  }

  assert {
    condition     = toset(aws_budgets_budget.account.notification[*].notification_type) == toset(["ACTUAL", "FORECASTED"])
    error_message = "People must hear of it when it is foreseen, and when it has happened."
  }
}

run "warns_when_no_one_listens" {
  variables {
    emails = []
  }

  assert {
    condition     = length(aws_budgets_budget.account.notification) == 0
    error_message = "A notification without an address is refused by AWS."
  }

  expect_failures = [check.someone_listens]
}

run "refuses_a_foreign_name" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_a_budget_of_nothing" {
  command = plan
  variables {
    limit_usd = 0
  }
  expect_failures = [var.limit_usd]
}

run "refuses_more_addresses_than_aws_takes" {
  command = plan
  variables {
    emails = [for one in range(11) : "person-${one}@bizflow.app"]
  }
  expect_failures = [var.emails]
}
