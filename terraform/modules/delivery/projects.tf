resource "aws_cloudwatch_log_group" "project" {
  for_each = local.projects

  name              = "/bizflow/delivery/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn

  tags = { Name = each.value.name, "bizflow:service" = each.value.service }
}

resource "aws_codebuild_project" "stage" {
  for_each = local.projects

  name           = each.value.name
  description    = "${each.value.stage} of ${each.value.service}: commands of the platform's apps/pipeline"
  service_role   = aws_iam_role.project[each.key].arn
  encryption_key = var.kms_key_arn
  build_timeout  = 60
  queued_timeout = 120
  # One at a time, so that the lock moves in the order of the pushes.
  concurrent_build_limit = 1

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type            = "ARM_CONTAINER"
    image           = var.machine.image
    compute_type    = var.machine.compute
    privileged_mode = each.value.stage != "release" # Docker builds the image, and holds ZAP

    environment_variable {
      name  = "SERVICE"
      value = each.value.service
    }
    environment_variable {
      name  = "STAGING_PROJECT"
      value = "${var.name}-${each.value.service}-staging"
    }
    environment_variable {
      name  = "STAGING_READER_ROLE"
      value = var.staging_reader_role_arn
    }
    environment_variable {
      name  = "STAGING_EXTERNAL_ID"
      value = var.staging_external_id
    }

    dynamic "environment_variable" {
      for_each = local.secrets[each.value.stage]

      content {
        type  = "SECRETS_MANAGER"
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  source {
    type            = "GITHUB"
    location        = each.value.source
    git_clone_depth = 1
    buildspec       = file("${path.module}/buildspecs/${each.value.stage}.yml")
    # The commit shows in GitHub whether its stage passed.
    report_build_status = true

    auth {
      type     = "CODECONNECTIONS"
      resource = aws_codeconnections_connection.github.arn
    }
  }

  secondary_sources {
    type              = "GITHUB"
    source_identifier = "platform"
    location          = var.platform_source
    git_clone_depth   = 0 # whole: a pin is rebased on what others have pinned meanwhile

    auth {
      type     = "CODECONNECTIONS"
      resource = aws_codeconnections_connection.github.arn
    }
  }

  secondary_source_version {
    source_identifier = "platform"
    source_version    = each.value.branch
  }

  cache {
    type  = "LOCAL"
    modes = each.value.stage == "build" ? ["LOCAL_CUSTOM_CACHE", "LOCAL_DOCKER_LAYER_CACHE", "LOCAL_SOURCE_CACHE"] : ["LOCAL_SOURCE_CACHE"]
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.project[each.key].name
    }
  }

  # The other stages ask nothing of a cluster.
  dynamic "vpc_config" {
    for_each = each.value.stage == "staging" ? [var.vpc] : []

    content {
      vpc_id             = vpc_config.value.id
      subnets            = [for arn in vpc_config.value.subnet_arns : element(split("/", arn), 1)]
      security_group_ids = [aws_security_group.staging.id]
    }
  }

  tags = { Name = each.value.name, "bizflow:service" = each.value.service }
}

# No client connects to a build. It connects to GitHub, npm, AWS, the cluster's API and staging's public address.
resource "aws_security_group" "staging" {
  name        = "${var.name}-staging"
  description = "Builds that prove an image in staging"
  vpc_id      = var.vpc.id

  tags = { Name = "${var.name}-staging" }
}

resource "aws_vpc_security_group_egress_rule" "staging" {
  security_group_id = aws_security_group.staging.id
  description       = "HTTPS"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "0.0.0.0/0"
}

# "GitHub webhook trigger": a push, and no pull request, whose code is not reviewed yet. The
# staging stage has none, because the build starts it once its image is in every region.
resource "aws_codebuild_webhook" "stage" {
  for_each = { for key, project in local.projects : key => project if project.stage != "staging" }

  project_name = aws_codebuild_project.stage[each.key].name
  build_type   = "BUILD"

  filter_group {
    filter {
      type    = "EVENT"
      pattern = "PUSH"
    }
    filter {
      type    = "HEAD_REF"
      pattern = "^refs/heads/${each.value.branch}$"
    }
  }
}
