# The RPO of a database that restores to a point in time is the age of that point. A replica has its lag instead.
locals {
  measured = local.is_replica ? {} : { this = var.restorable_age }

  # What measures, and what begins it: the service that takes each role.
  age_roles = local.is_replica ? {} : {
    restorable-age       = "ssm.amazonaws.com"
    restorable-age-start = "scheduler.amazonaws.com"
  }
}

data "aws_caller_identity" "current" {}

resource "aws_ssm_document" "restorable_age" {
  for_each = local.measured

  name            = "${var.name}-restorable-age"
  document_type   = "Automation"
  document_format = "JSON"

  content = jsonencode({
    schemaVersion = "0.3"
    description   = "Measures how far the latest restorable time of ${var.identifier} is behind"
    assumeRole    = aws_iam_role.restorable_age["restorable-age"].arn
    mainSteps = [{
      name   = "measure"
      action = "aws:executeScript"
      inputs = {
        Runtime = "python3.11"
        Handler = "measure"
        Script  = file("${path.module}/restorable-age.py")
        InputPayload = {
          instance  = var.identifier
          namespace = each.value.namespace
          metric    = each.value.metric
        }
      }
    }]
  })

  tags = { Name = "${var.name}-restorable-age" }
}

resource "aws_scheduler_schedule" "restorable_age" {
  for_each = local.measured

  name                = "${var.name}-restorable-age"
  schedule_expression = "rate(5 minutes)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:${data.aws_partition.current.partition}:scheduler:::aws-sdk:ssm:startAutomationExecution"
    role_arn = aws_iam_role.restorable_age["restorable-age-start"].arn
    input    = jsonencode({ DocumentName = aws_ssm_document.restorable_age["this"].name })

    # The next one comes in five minutes.
    retry_policy {
      maximum_retry_attempts       = 0
      maximum_event_age_in_seconds = 60
    }
  }
}

resource "aws_iam_role" "restorable_age" {
  for_each = local.age_roles

  name                 = "${var.name}-${each.key}"
  permissions_boundary = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/bizflow-ceiling"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = each.value }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "measure" {
  for_each = local.measured

  name = "measure"
  role = aws_iam_role.restorable_age["restorable-age"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "rds:DescribeDBInstances"
        Resource = aws_db_instance.this.arn
      },
      {
        Effect    = "Allow"
        Action    = "cloudwatch:PutMetricData"
        Resource  = "*" # it knows no resource, only a namespace
        Condition = { StringEquals = { "cloudwatch:namespace" = each.value.namespace } }
      },
    ]
  })
}

resource "aws_iam_role_policy" "schedule" {
  for_each = local.measured

  name = "start"
  role = aws_iam_role.restorable_age["restorable-age-start"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "ssm:StartAutomationExecution"
        Resource = [
          aws_ssm_document.restorable_age["this"].arn,
          "${replace(aws_ssm_document.restorable_age["this"].arn, ":document/", ":automation-definition/")}:*",
        ]
      },
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.restorable_age["restorable-age"].arn
        Condition = { StringEquals = { "iam:PassedToService" = "ssm.amazonaws.com" } }
      },
    ]
  })
}
