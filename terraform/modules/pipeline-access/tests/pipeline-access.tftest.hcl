mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "444455556666" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "xx-west-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::444455556666:role/mock" }
  }
  mock_resource "aws_ram_resource_share" {
    defaults = { arn = "arn:aws:ram:xx-west-1:444455556666:resource-share/mock" }
  }
}

variables {
  name                      = "bizflow-staging-xx-west-1"
  cluster_name              = "bizflow-staging-xx-west-1"
  cluster_security_group_id = "sg-1"
  subnets                   = { "10.101.11.0/24" = "subnet-1", "10.101.12.0/24" = "subnet-2" }
  delivery_account          = "123456789012"
  trusted_roles             = ["bizflow-delivery-api-staging", "bizflow-delivery-worker-staging"]
  external_id               = "bizflow/staging/xx-west-1/pipeline"
  kubernetes_group          = "bizflow:pipeline"
}

run "only_staging_stages_take_the_role_and_only_with_its_external_id" {
  command = apply

  assert {
    condition = jsondecode(aws_iam_role.reader.assume_role_policy).Statement == [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "sts:AssumeRole"
      Condition = {
        ArnEquals = { "aws:PrincipalArn" = [
          "arn:aws:iam::123456789012:role/bizflow-delivery-api-staging",
          "arn:aws:iam::123456789012:role/bizflow-delivery-worker-staging",
        ] }
        StringEquals = { "sts:ExternalId" = "bizflow/staging/xx-west-1/pipeline" }
      }
    }]
    error_message = "Another role than a staging stage's takes the pipeline's role."
  }
}

run "the_role_finds_its_cluster_and_nothing_else" {
  command = apply

  assert {
    condition = [for s in jsondecode(aws_iam_role_policy.reader.policy).Statement : "${join(",", s.Action)} ${s.Resource}"] == [
      "eks:DescribeCluster arn:aws:eks:xx-west-1:444455556666:cluster/bizflow-staging-xx-west-1",
    ]
    error_message = "The role may do more in AWS than find its cluster."
  }
  assert {
    condition     = aws_eks_access_entry.reader.kubernetes_groups == toset(["bizflow:pipeline"])
    error_message = "Its rights in the cluster are those of one group."
  }
}

run "builds_stand_beside_the_cluster_in_no_account_outside" {
  command = apply

  assert {
    condition     = !aws_ram_resource_share.builds.allow_external_principals && aws_ram_principal_association.builds.principal == "123456789012"
    error_message = "Subnets are shared with another account than the pipeline's."
  }
  assert {
    condition     = [for a in aws_ram_resource_association.builds : a.resource_arn] == ["arn:aws:ec2:xx-west-1:444455556666:subnet/subnet-1", "arn:aws:ec2:xx-west-1:444455556666:subnet/subnet-2"]
    error_message = "A subnet is not shared, or one too many."
  }
  assert {
    condition     = alltrue([for cidr, r in aws_vpc_security_group_ingress_rule.builds : r.cidr_ipv4 == cidr && r.from_port == 443 && r.to_port == 443 && r.security_group_id == "sg-1"])
    error_message = "Builds reach more than the API."
  }
}

run "refuses_production" {
  command = plan
  variables {
    name = "bizflow-production-xx-west-1"
  }
  expect_failures = [var.name]
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "cluster"
  }
  expect_failures = [var.name]
}

run "refuses_the_internet_as_a_subnet" {
  command = plan
  variables {
    subnets = { "0.0.0.0/0" = "subnet-1" }
  }
  expect_failures = [var.subnets]
}

run "refuses_what_is_no_account" {
  command = plan
  variables {
    delivery_account = "delivery"
  }
  expect_failures = [var.delivery_account]
}

run "refuses_the_role_of_another_stage" {
  command = plan
  variables {
    trusted_roles = ["bizflow-delivery-api-build"]
  }
  expect_failures = [var.trusted_roles]
}

run "refuses_a_wildcard_of_roles" {
  command = plan
  variables {
    trusted_roles = ["*-staging"]
  }
  expect_failures = [var.trusted_roles]
}

run "refuses_an_empty_external_id" {
  command = plan
  variables {
    external_id = ""
  }
  expect_failures = [var.external_id]
}

run "refuses_a_group_of_the_cluster_itself" {
  command = plan
  variables {
    kubernetes_group = "system:masters"
  }
  expect_failures = [var.kubernetes_group]
}
