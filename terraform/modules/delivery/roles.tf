locals {
  secrets = {
    build   = { SNYK_TOKEN = var.secrets.snyk_token, GITHUB_TOKEN = var.secrets.github_token }
    staging = {}
    release = { GITHUB_TOKEN = var.secrets.github_token }
  }

  arn = "arn:${local.partition}"
  repository_arns = {
    for service, facts in var.services : service => {
      home       = "${local.arn}:ecr:${local.home}:${local.account}:repository/${facts.repository}"
      everywhere = [for region in concat([local.home], sort(var.replica_regions)) : "${local.arn}:ecr:${region}:${local.account}:repository/${facts.repository}"]
    }
  }
}

data "aws_iam_policy_document" "trust" {
  for_each = local.projects

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = ["${local.arn}:codebuild:${local.home}:${local.account}:project/${each.value.name}"]
    }
  }
}

resource "aws_iam_role" "project" {
  for_each = local.projects

  name                 = each.value.name
  description          = "The ${each.value.stage} stage of ${each.value.service}"
  permissions_boundary = "arn:${local.partition}:iam::${local.account}:policy/bizflow-ceiling"
  assume_role_policy   = data.aws_iam_policy_document.trust[each.key].json

  tags = { Name = each.value.name, "bizflow:service" = each.value.service }
}

resource "aws_iam_role_policy" "project" {
  for_each = local.projects

  name   = "stage"
  role   = aws_iam_role.project[each.key].id
  policy = data.aws_iam_policy_document.project[each.key].json
}

# What every stage needs, joined with what only its own stage may do.
data "aws_iam_policy_document" "project" {
  for_each = local.projects

  source_policy_documents = {
    build   = [data.aws_iam_policy_document.build[each.value.service].json, data.aws_iam_policy_document.signs["images"].json]
    staging = [data.aws_iam_policy_document.staging[each.value.service].json, data.aws_iam_policy_document.vpc.json]
    release = [data.aws_iam_policy_document.release[each.value.service].json]
  }[each.value.stage]

  statement {
    sid       = "OwnLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${local.arn}:logs:${local.home}:${local.account}:log-group:/bizflow/delivery/${each.key}:*"]
  }
  statement {
    sid       = "ReadSources"
    actions   = ["codeconnections:GetConnection", "codeconnections:GetConnectionToken", "codeconnections:UseConnection"]
    resources = [aws_codeconnections_connection.github.arn]
  }
  statement {
    sid       = "OwnReports"
    actions   = ["codebuild:BatchPutTestCases", "codebuild:CreateReport", "codebuild:CreateReportGroup", "codebuild:UpdateReport"]
    resources = ["${local.arn}:codebuild:${local.home}:${local.account}:report-group/${each.value.name}-*"]
  }
  statement {
    sid       = "DeliveryKey"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey"]
    resources = [var.kms_key_arn]
  }

  dynamic "statement" {
    for_each = length(local.secrets[each.value.stage]) == 0 ? [] : [local.secrets[each.value.stage]]

    content {
      sid       = "OwnSecrets"
      actions   = ["secretsmanager:GetSecretValue"]
      resources = sort(values(statement.value))
    }
  }
}

# Pushes at home, looks everywhere whether replication and scans are through, starts the next stage.
data "aws_iam_policy_document" "build" {
  for_each = var.services

  statement {
    sid       = "SignIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"] # a token is for a whole registry: AWS offers no resource here

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [local.home]
    }
  }
  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability", "ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload",
      "ecr:PutImage", "ecr:UploadLayerPart",
    ]
    resources = [local.repository_arns[each.key].home]
  }
  statement {
    sid       = "Look"
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:DescribeImageScanFindings"]
    resources = local.repository_arns[each.key].everywhere
  }
  statement {
    sid       = "NextStage"
    actions   = ["codebuild:StartBuild"]
    resources = ["${local.arn}:codebuild:${local.home}:${local.account}:project/${var.name}-${each.key}-staging"]
  }
}

# Reads staging's cluster, and adds a second tag to the image that has passed.
data "aws_iam_policy_document" "staging" {
  for_each = var.services

  statement {
    sid       = "ReadCluster"
    actions   = ["sts:AssumeRole"]
    resources = [var.staging_reader_role_arn]
  }
  statement {
    sid       = "MarkProved"
    actions   = ["ecr:BatchGetImage", "ecr:PutImage"]
    resources = [local.repository_arns[each.key].home]
  }
}

# Asks whether the image is proved; the rest is Git.
data "aws_iam_policy_document" "release" {
  for_each = var.services

  statement {
    sid       = "Look"
    actions   = ["ecr:BatchGetImage"]
    resources = [local.repository_arns[each.key].home]
  }
}

data "aws_iam_policy_document" "vpc" {
  statement {
    sid = "DescribeNetwork"
    actions = [
      "ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets", "ec2:DescribeVpcs",
    ]
    resources = ["*"] # descriptions know no resource

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [local.home]
    }
  }
  statement {
    sid     = "OwnNetworkInterface"
    actions = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"]
    resources = concat(
      ["${local.arn}:ec2:${local.home}:${local.account}:network-interface/*", aws_security_group.staging.arn],
      var.vpc.subnet_arns,
    )
  }
  statement {
    sid       = "LendNetworkInterface"
    actions   = ["ec2:CreateNetworkInterfacePermission"]
    resources = ["${local.arn}:ec2:${local.home}:${local.account}:network-interface/*"]

    condition {
      test     = "StringEquals"
      variable = "ec2:AuthorizedService"
      values   = ["codebuild.amazonaws.com"]
    }
    condition {
      test     = "ArnEquals"
      variable = "ec2:Subnet"
      values   = var.vpc.subnet_arns
    }
  }
}
