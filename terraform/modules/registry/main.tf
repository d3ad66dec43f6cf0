# One region of the delivery account's registry. It exists in every region of the fleet, because
# replication copies images and nothing else: a repository that ECR makes for itself at the
# destination has mutable tags, AWS's own key and no policy, so no environment could pull from it.

resource "aws_ecr_repository" "service" {
  for_each = var.repositories

  name                 = each.value
  image_tag_mutability = "IMMUTABLE"
  force_delete         = false # ECR itself refuses to delete a repository that holds images

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = var.kms_key_arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }

  tags = {
    Name              = each.value
    "bizflow:service" = trimprefix(each.value, "bizflow/")
  }
}

resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = var.scanning

  rule {
    scan_frequency = var.scanning == "ENHANCED" ? "CONTINUOUS_SCAN" : "SCAN_ON_PUSH"

    repository_filter {
      filter      = "bizflow/*"
      filter_type = "WILDCARD"
    }
  }
}

# The lock may name any digest that ever had a tag, for as long as a revert may go back to it, and no
# count or age knows which. So only untagged images expire, and ECR keeps one that an index names.
# The signature of an image has a tag (decision 0083), so that it stays as long.
resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Remains of broken pushes; a tagged image never expires"
      selection = {
        tagStatus   = "untagged"
        countType   = "sinceImagePushed"
        countUnit   = "days"
        countNumber = var.untagged_days
      }
      action = { type = "expire" }
    }]
  })
}

data "aws_partition" "current" {}

data "aws_iam_policy_document" "pull" {
  statement {
    sid = "PullFromEnvironments"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
    ]

    principals {
      type        = "AWS"
      identifiers = [for id in sort(var.pull_accounts) : "arn:${data.aws_partition.current.partition}:iam::${id}:root"]
    }
  }
}

resource "aws_ecr_repository_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name
  policy     = data.aws_iam_policy_document.pull.json
}
