# The delivery account in the region that images are pushed to: registry, replication, connection to
# GitHub. The stages are in projects.tf, what each may do in roles.tf.

data "aws_caller_identity" "current" {}
data "aws_partition" "current" {}
data "aws_region" "current" {}

locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  # `name` is deprecated in version 6 of the provider and `region` unknown to version 5: `id` is both.
  home = data.aws_region.current.id

  stages = ["build", "staging", "release"]
  projects = merge([
    for service, facts in var.services : {
      for stage in local.stages : "${service}-${stage}" => {
        service    = service
        stage      = stage
        source     = facts.source
        repository = facts.repository
        name       = "${var.name}-${service}-${stage}"
        # The branch of the platform whose commands and lock a stage works with.
        branch = stage == "release" ? var.branches.production : var.branches.staging
      }
    }
  ]...)
}

module "registry" {
  source = "../registry"

  repositories  = setunion([for s in values(var.services) : s.repository], var.mirrored_repositories)
  pull_accounts = var.pull_accounts
  kms_key_arn   = var.kms_key_arn
  scanning      = var.scanning
}

# "Push to ECR (all regions)": one push, and ECR carries the same bytes on.
resource "aws_ecr_replication_configuration" "this" {
  count = length(var.replica_regions) == 0 ? 0 : 1

  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = sort(var.replica_regions)

        content {
          region      = destination.value
          registry_id = local.account
        }
      }

      repository_filter {
        filter      = "bizflow/"
        filter_type = "PREFIX_MATCH"
      }
    }
  }

  lifecycle {
    precondition {
      condition     = !contains(var.replica_regions, local.home)
      error_message = "replica_regions must not hold the region that images are pushed to."
    }
  }
}

# Pending until an owner of the GitHub organization accepts it in the console: AWS offers no other way.
resource "aws_codeconnections_connection" "github" {
  name          = "${var.name}-github"
  provider_type = "GitHub"

  tags = { Name = "${var.name}-github" }
}
