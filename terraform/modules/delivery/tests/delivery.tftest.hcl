mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_resource "aws_codeconnections_connection" {
    defaults = { arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/11111111-2222-3333-4444-555555555555" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/mock" }
  }
}

variables {
  name = "bizflow-delivery"
  services = {
    api             = { repository = "bizflow/api", source = "https://github.com/bizflow/api.git" }
    whatsapp-worker = { repository = "bizflow/whatsapp-worker", source = "https://github.com/bizflow/whatsapp-worker.git" }
  }
  platform_source = "https://github.com/bizflow/platform.git"
  branches        = { staging = "develop", production = "main" }
  replica_regions = ["us-west-9", "us-east-9"]
  pull_accounts   = ["111122223333", "444455556666"]
  kms_key_arn     = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555"
  secrets = {
    snyk_token   = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bizflow/delivery/snyk-AbCdEf"
    github_token = "arn:aws:secretsmanager:us-east-1:123456789012:secret:bizflow/delivery/github-AbCdEf"
  }
  signing_keys            = { images = "alias/bizflow-delivery-images", renders = "alias/bizflow-delivery-renders" }
  staging_reader_role_arn = "arn:aws:iam::444455556666:role/bizflow-staging-us-east-1-pipeline"
  staging_external_id     = "bizflow/staging/us-east-1/pipeline"
  vpc                     = { id = "vpc-1", subnet_arns = ["arn:aws:ec2:us-east-1:444455556666:subnet/subnet-1"] }
}

run "one_push_reaches_all_regions" {
  assert {
    condition     = [for d in aws_ecr_replication_configuration.this[0].replication_configuration[0].rule[0].destination : d.region] == ["us-east-9", "us-west-9"]
    error_message = "A region of the fleet gets no images."
  }
  assert {
    condition     = aws_ecr_replication_configuration.this[0].replication_configuration[0].rule[0].repository_filter[0].filter == "bizflow/"
    error_message = "Replication misses the services' repositories."
  }
}

run "one_region_needs_no_replication" {
  variables {
    replica_regions = []
  }

  assert {
    condition     = length(aws_ecr_replication_configuration.this) == 0
    error_message = "ECR refuses a rule without a destination."
  }
}

run "each_stage_of_each_service_is_a_project_on_graviton" {
  assert {
    condition     = keys(aws_codebuild_project.stage) == ["api-build", "api-release", "api-staging", "whatsapp-worker-build", "whatsapp-worker-release", "whatsapp-worker-staging"]
    error_message = "A stage has no project."
  }
  assert {
    condition     = alltrue([for p in aws_codebuild_project.stage : p.environment[0].type == "ARM_CONTAINER" && p.encryption_key == var.kms_key_arn && p.concurrent_build_limit == 1])
    error_message = "A project is not on Graviton, not encrypted, or runs twice at once."
  }
  assert {
    condition     = { for k, p in aws_codebuild_project.stage : k => p.environment[0].privileged_mode } == { for k in keys(aws_codebuild_project.stage) : k => !endswith(k, "-release") }
    error_message = "The release stage runs no container and needs no privilege."
  }
  assert {
    condition     = alltrue([for k, p in aws_codebuild_project.stage : yamldecode(p.source[0].buildspec).version == 0.2])
    error_message = "A project has no buildspec."
  }
  assert {
    condition     = alltrue([for p in aws_codebuild_project.stage : one(p.secondary_sources).location == var.platform_source])
    error_message = "A project has not the platform's commands."
  }
}

run "develop_is_built_and_main_is_released" {
  assert {
    condition     = keys(aws_codebuild_webhook.stage) == ["api-build", "api-release", "whatsapp-worker-build", "whatsapp-worker-release"]
    error_message = "A push starts a stage that the build starts, or no stage."
  }
  assert {
    condition = jsonencode({ for k, w in aws_codebuild_webhook.stage : k => sort([for f in one(w.filter_group).filter : "${f.type} ${f.pattern}"]) }) == jsonencode({
      api-build               = ["EVENT PUSH", "HEAD_REF ^refs/heads/develop$"]
      api-release             = ["EVENT PUSH", "HEAD_REF ^refs/heads/main$"]
      whatsapp-worker-build   = ["EVENT PUSH", "HEAD_REF ^refs/heads/develop$"]
      whatsapp-worker-release = ["EVENT PUSH", "HEAD_REF ^refs/heads/main$"]
    })
    error_message = "A webhook listens to other pushes than the document's."
  }
}

run "a_role_is_for_its_own_project" {
  assert {
    condition = alltrue([for k, d in data.aws_iam_policy_document.trust :
      toset(one(d.statement[0].condition).values) == toset(["arn:aws:codebuild:us-east-1:123456789012:project/bizflow-delivery-${k}"])
    ])
    error_message = "A project can take the role of another."
  }
}

run "only_a_registry_token_and_the_descriptions_of_a_vpc_have_no_resource" {
  assert {
    condition = alltrue(flatten([for d in concat(values(data.aws_iam_policy_document.project), values(data.aws_iam_policy_document.build), values(data.aws_iam_policy_document.staging), values(data.aws_iam_policy_document.release)) : [
      for s in d.statement : !contains(s.resources, "*") || s.actions == toset(["ecr:GetAuthorizationToken"])
    ]]))
    error_message = "A stage may do something to every resource."
  }
}

run "only_the_build_pushes_layers_and_each_to_its_own_repository" {
  assert {
    condition = alltrue([for service, d in data.aws_iam_policy_document.build : alltrue([
      for s in d.statement : s.sid != "Push" || s.resources == toset(["arn:aws:ecr:us-east-1:123456789012:repository/bizflow/${service}"])
    ])])
    error_message = "A build can push into another service's repository."
  }
  assert {
    condition     = alltrue(flatten([for d in concat(values(data.aws_iam_policy_document.staging), values(data.aws_iam_policy_document.release)) : [for s in d.statement : !contains(s.actions, "ecr:UploadLayerPart")]]))
    error_message = "A later stage can push new bits."
  }
  assert {
    condition     = alltrue(flatten([for d in values(data.aws_iam_policy_document.release) : [for s in d.statement : !contains(s.actions, "ecr:PutImage")]]))
    error_message = "The release stage can mark an image as proved."
  }
}

run "the_build_looks_in_every_region" {
  assert {
    condition = one([for s in data.aws_iam_policy_document.build["api"].statement : s.resources if s.sid == "Look"]) == toset([
      "arn:aws:ecr:us-east-1:123456789012:repository/bizflow/api",
      "arn:aws:ecr:us-east-9:123456789012:repository/bizflow/api",
      "arn:aws:ecr:us-west-9:123456789012:repository/bizflow/api",
    ])
    error_message = "The build cannot see whether a region has its image."
  }
}

run "secrets_go_where_they_are_used" {
  assert {
    condition = jsonencode({ for k, p in aws_codebuild_project.stage : k => sort([for v in p.environment[0].environment_variable : v.name if v.type == "SECRETS_MANAGER"]) if startswith(k, "api-") }) == jsonencode({
      api-build   = ["GITHUB_TOKEN", "SNYK_TOKEN"]
      api-release = ["GITHUB_TOKEN"]
      api-staging = []
    })
    error_message = "A stage holds a secret that it does not use."
  }
}

run "logs_are_encrypted" {
  assert {
    condition     = alltrue([for g in aws_cloudwatch_log_group.project : g.kms_key_id == var.kms_key_arn && g.retention_in_days == 365])
    error_message = "A log is not encrypted with the key passed in."
  }
}

run "only_the_staging_stage_stands_beside_the_cluster" {
  assert {
    condition     = jsonencode({ for k, p in aws_codebuild_project.stage : k => flatten([for v in p.vpc_config : tolist(v.subnets)]) }) == jsonencode({ for k in keys(aws_codebuild_project.stage) : k => [for id in ["subnet-1"] : id if endswith(k, "-staging")] })
    error_message = "A staging stage is outside the VPC, or another one in it."
  }
  assert {
    condition     = one(flatten([for s in data.aws_iam_policy_document.vpc.statement : [for c in s.condition : c.values if c.variable == "ec2:Subnet"]])) == "arn:aws:ec2:us-east-1:444455556666:subnet/subnet-1"
    error_message = "An interface may be lent outside the subnets passed in."
  }
}

run "mirrored_images_have_repositories_too" {
  variables {
    mirrored_repositories = ["bizflow/postgres-client"]
  }

  assert {
    condition     = keys(module.registry.repository_urls) == ["bizflow/api", "bizflow/postgres-client", "bizflow/whatsapp-worker"]
    error_message = "A mirrored image needs a repository."
  }
}

run "refuses_to_replicate_to_itself" {
  command = plan
  variables {
    replica_regions = ["us-east-1"]
  }
  expect_failures = [aws_ecr_replication_configuration.this]
}

run "only_builds_sign_images_and_only_the_workflow_signs_renders" {
  assert {
    condition     = alltrue([for k in aws_kms_key.signing : k.key_usage == "SIGN_VERIFY" && k.customer_master_key_spec == "ECC_NIST_P256"])
    error_message = "A key cannot sign what cosign and admission read."
  }
  assert {
    condition = { for k, d in data.aws_iam_policy_document.signing : k => toset(flatten([for s in d.statement : [for c in s.condition : c.values if c.test == "ArnNotEquals"] if s.effect == "Deny"])) } == {
      images  = toset(["arn:aws:iam::123456789012:role/bizflow-delivery-api-build", "arn:aws:iam::123456789012:role/bizflow-delivery-whatsapp-worker-build"])
      renders = toset(["arn:aws:iam::123456789012:role/bizflow-delivery-attest"])
    }
    error_message = "Another role may sign, or a signer may not."
  }
  assert {
    condition     = toset(flatten([for c in data.aws_iam_policy_document.attest_trust.statement[0].condition : c.values if endswith(c.variable, ":sub")])) == toset(["repo:bizflow/platform:ref:refs/heads/develop", "repo:bizflow/platform:ref:refs/heads/main"])
    error_message = "Another repository or branch can sign a render."
  }
}
