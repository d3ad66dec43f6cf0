mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
  }
}

variables {
  name              = "bizflow-production-xx-west-1"
  oidc_provider_arn = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.xx-west-1.amazonaws.com/id/ABC"
  oidc_issuer       = "oidc.eks.xx-west-1.amazonaws.com/id/ABC"
  roles = {
    bizflow-production-xx-west-1-api = {
      namespace       = "bizflow-api"
      service_account = "api"
      statements = [
        { sid = "Plain", actions = ["s3:GetObject"], resources = ["arn:aws:s3:::x/*"], condition = {} },
        { sid = "Bound", actions = ["kms:Decrypt"], resources = ["arn:aws:kms:xx-west-1:111122223333:key/1"], condition = { StringEquals = { "kms:ViaService" = ["s3.xx-west-1.amazonaws.com"] } } },
      ]
    }
  }
}

run "trusts_exactly_one_service_account" {
  command = apply

  assert {
    condition = jsondecode(aws_iam_role.this["bizflow-production-xx-west-1-api"].assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { Federated = var.oidc_provider_arn }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = {
        "oidc.eks.xx-west-1.amazonaws.com/id/ABC:aud" = "sts.amazonaws.com"
        "oidc.eks.xx-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:bizflow-api:api"
      } }
    }]
    error_message = "The trust policy names one audience and one service account."
  }
}

run "allows_what_its_statements_say_and_no_more" {
  command = apply

  assert {
    condition     = jsondecode(aws_iam_role_policy.this["bizflow-production-xx-west-1-api"].policy).Statement[0] == { Sid = "Plain", Effect = "Allow", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::x/*"] }
    error_message = "A statement without conditions has no empty Condition."
  }
  assert {
    condition     = jsondecode(aws_iam_role_policy.this["bizflow-production-xx-west-1-api"].policy).Statement[1].Condition.StringEquals["kms:ViaService"] == ["s3.xx-west-1.amazonaws.com"]
    error_message = "A condition is kept."
  }
  assert {
    condition     = keys(output.role_arns) == ["api"]
    error_message = "ARNs are found by the last part of a role's name."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "xx-west-1"
  }
  expect_failures = [var.name]
}

run "refuses_a_provider_that_is_none" {
  command = plan
  variables {
    oidc_provider_arn = "oidc.eks.xx-west-1.amazonaws.com/id/ABC"
  }
  expect_failures = [var.oidc_provider_arn]
}

run "refuses_an_issuer_with_its_scheme" {
  command = plan
  variables {
    oidc_issuer = "https://oidc.eks.xx-west-1.amazonaws.com/id/ABC"
  }
  expect_failures = [var.oidc_issuer]
}

run "refuses_a_role_of_another_place" {
  command = plan
  variables {
    roles = { bizflow-staging-xx-central-1-api = { namespace = "bizflow-api", service_account = "api", statements = [] } }
  }
  expect_failures = [var.roles]
}

run "refuses_to_trust_a_whole_namespace" {
  command = plan
  variables {
    roles = { bizflow-production-xx-west-1-api = { namespace = "bizflow-api", service_account = "*", statements = [] } }
  }
  expect_failures = [var.roles]
}

run "refuses_a_whole_service" {
  command = plan
  variables {
    roles = { bizflow-production-xx-west-1-api = { namespace = "bizflow-api", service_account = "api", statements = [{ sid = "All", actions = ["s3:*"], resources = ["*"], condition = {} }] } }
  }
  expect_failures = [var.roles]
}
