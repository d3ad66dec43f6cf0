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
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
  }
  mock_resource "aws_iam_policy" {
    defaults = { arn = "arn:aws:iam::111122223333:policy/bizflow-ceiling" }
  }
}

variables {
  name          = "bizflow-production"
  repository    = "bizflow/platform"
  branch        = "main"
  environments  = { plan = "production-plan", apply = "production" }
  regions       = ["us-east-1", "eu-central-9"]
  state_buckets = ["bizflow-terraform-us-east-1-111122223333"]
  groups = {
    network = { reads = ["ec2:DescribeVpcs"], writes = ["ec2:CreateVpc"] }
    data    = { reads = ["s3:ListBucket"], writes = ["s3:CreateBucket"] }
  }
  worldwide    = { reads = ["route53:GetHostedZone"], writes = ["route53:CreateHostedZone"] }
  identity     = { reads = ["iam:GetRole"], writes = ["iam:CreateRole"] }
  key_uses     = ["kms:Decrypt"]
  secrets      = ["bizflow/production/*/database"]
  passed_roles = { "eks.amazonaws.com" = ["bizflow-production-*-cluster"] }
  never        = ["kms:ScheduleKeyDeletion"]
}

run "trusts_one_repository_by_what_each_job_is" {
  assert {
    condition = alltrue([
      for document in data.aws_iam_policy_document.trust :
      alltrue([for condition in one(document.statement).condition : condition.test == "StringEquals" && !strcontains(join("", condition.values), "*")])
    ])
    error_message = "A wildcard in a token's subject lets other people in."
  }

  assert {
    condition = {
      for use, document in data.aws_iam_policy_document.trust :
      use => [for condition in one(document.statement).condition : one(condition.values) if endswith(condition.variable, ":sub")]
      } == {
      plan    = ["repo:bizflow/platform:environment:production-plan"]
      propose = ["repo:bizflow/platform:ref:refs/heads/main"]
      apply   = ["repo:bizflow/platform:environment:production"]
    }
    error_message = "Only the guarded environments and the branch may take a role."
  }
}

run "gives_each_role_what_it_is_for" {
  assert {
    condition     = [for policy in ["plan-network", "plan-data"] : data.aws_iam_policy_document.group[policy].statement[0].actions] == [toset(["ec2:DescribeVpcs"]), toset(["s3:ListBucket"])]
    error_message = "A plan reads, and changes nothing."
  }

  assert {
    condition     = data.aws_iam_policy_document.group["apply-network"].statement[0].actions == toset(["ec2:CreateVpc", "ec2:DescribeVpcs"])
    error_message = "Applying reads and writes."
  }

  assert {
    condition = alltrue([
      for document in data.aws_iam_policy_document.group :
      one(document.statement[0].condition).variable == "aws:RequestedRegion" && one(document.statement[0].condition).values == tolist(["eu-central-9", "us-east-1"])
    ])
    error_message = "Our regions are the border."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.proposes.statement : statement.actions == toset(["s3:PutObject"]) && alltrue([for arn in statement.resources : endswith(arn, "/plans/*")])])
    error_message = "Who proposes leaves a plan and touches no state."
  }

  assert {
    condition     = alltrue([for statement in data.aws_iam_policy_document.passes.statement : one(statement.condition).variable == "iam:PassedToService" && !contains(statement.resources, "*")])
    error_message = "A role goes to the service that takes it."
  }
}

run "keeps_every_role_below_the_ceiling" {
  assert {
    condition     = alltrue([for role in aws_iam_role.this : role.permissions_boundary == aws_iam_policy.ceiling.arn])
    error_message = "GitHub's roles have the ceiling that they must give to others."
  }

  assert {
    condition     = contains(flatten([for statement in data.aws_iam_policy_document.ceiling.statement : tolist(statement.actions) if statement.effect == "Deny"]), "kms:ScheduleKeyDeletion")
    error_message = "What cannot be undone is for a person."
  }
}
