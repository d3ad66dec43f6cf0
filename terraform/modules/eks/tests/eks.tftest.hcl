mock_provider "aws" {
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "xx-west-1" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:xx-west-1:111122223333:mock" }
  }
  mock_resource "aws_iam_openid_connect_provider" {
    defaults = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.xx-west-1.amazonaws.com/id/ABC" }
  }
  mock_resource "aws_launch_template" {
    defaults = { id = "lt-0a1b2c3d4e5f60718" }
  }
}

override_resource {
  target = aws_eks_cluster.this
  values = {
    arn      = "arn:aws:eks:xx-west-1:111122223333:cluster/bizflow-production-xx-west-1"
    identity = [{ oidc = [{ issuer = "https://oidc.eks.xx-west-1.amazonaws.com/id/ABC" }] }]
  }
}

variables {
  name               = "bizflow-production-xx-west-1"
  kubernetes_version = "1.35"
  vpc_id             = "vpc-1"
  subnet_ids         = ["subnet-1", "subnet-2", "subnet-3"]
  kms_key_arn        = "arn:aws:kms:xx-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  log_retention_days = 365
  nodes              = { instance = "m6g.xlarge", min = 3, max = 8, disk_gb = 60 }
  fargate_profiles = {
    whatsapp-worker = { namespace = "bizflow-whatsapp-worker", labels = { "app.kubernetes.io/name" = "whatsapp-worker" }, port = 3000, caller_cidrs = [] }
  }
  fargate_egress    = [{ description = "PostgreSQL", cidr = "10.4.21.0/24", port = 5432 }, { description = "HTTPS", cidr = "0.0.0.0/0", port = 443 }]
  node_callers      = [{ cidr = "10.4.1.0/24", port = 3000 }]
  fargate_log_group = "/bizflow/production/xx-west-1/fargate"
  addon_role_arns   = { vpc-cni = "arn:aws:iam::111122223333:role/bizflow-production-xx-west-1-aws-node" }
}

run "is_what_gitops_relies_on" {
  command = apply

  assert {
    condition     = aws_eks_cluster.this.name == var.name && aws_sqs_queue.interruption.name == var.name
    error_message = "Karpenter asks for the cluster and the queue by one name."
  }
  assert {
    condition     = aws_iam_role.node["karpenter"].name == "${var.name}-karpenter-node"
    error_message = "The EC2NodeClass names this role."
  }
  assert {
    condition     = aws_ec2_tag.discovery.key == "karpenter.sh/discovery" && aws_ec2_tag.discovery.value == var.name
    error_message = "The EC2NodeClass finds the cluster's security group by this tag."
  }
  assert {
    condition     = aws_eks_node_group.controllers.labels["bizflow.io/pool"] == "controllers"
    error_message = "Karpenter runs on nodes with this label."
  }
  assert {
    condition     = aws_cloudwatch_log_group.fargate.name == var.fargate_log_group
    error_message = "Fargate's router writes to this group and may not make it."
  }
}

run "keeps_its_door_shut" {
  command = apply

  assert {
    condition     = !aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "Without administrator_cidrs the API stays inside the VPC."
  }
  assert {
    condition     = !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions && aws_eks_cluster.this.access_config[0].authentication_mode == "API"
    error_message = "Only access entries are administrators."
  }
  assert {
    condition     = one(aws_eks_cluster.this.encryption_config[0].resources) == "secrets" && aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == var.kms_key_arn
    error_message = "Kubernetes secrets are encrypted with our key."
  }
  assert {
    condition     = length(aws_eks_cluster.this.enabled_cluster_log_types) == 5
    error_message = "All logs of the control plane are kept."
  }
  assert {
    condition     = aws_launch_template.controllers.metadata_options[0].http_put_response_hop_limit == 1 && aws_launch_template.controllers.metadata_options[0].http_tokens == "required"
    error_message = "No pod reaches a node's credentials."
  }
  assert {
    condition     = alltrue([for disk in aws_launch_template.controllers.block_device_mappings : disk.ebs[0].encrypted == "true" && disk.ebs[0].kms_key_id == var.kms_key_arn])
    error_message = "Disks are encrypted with our key."
  }
}

run "opens_to_an_administrator_while_asked" {
  command = apply
  variables {
    administrator_cidrs = ["203.0.113.7/32"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access && aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.7/32"])
    error_message = "Only the administrator's address reaches the API."
  }
}

run "runs_graviton_nodes_and_fargate_pods_with_rules_of_their_own" {
  command = apply

  assert {
    condition     = aws_eks_node_group.controllers.ami_type == "BOTTLEROCKET_ARM_64"
    error_message = "m6g is Graviton."
  }
  assert {
    condition     = one(aws_eks_fargate_profile.this["whatsapp-worker"].selector).namespace == "bizflow-whatsapp-worker"
    error_message = "The profile selects the service's namespace."
  }
  assert {
    condition     = keys(aws_vpc_security_group_egress_rule.fargate) == ["0.0.0.0/0-443", "10.4.21.0/24-5432"] && length(aws_vpc_security_group_ingress_rule.fargate_callers) == 0
    error_message = "A worker opens what it needs and accepts no calls."
  }
  assert {
    condition     = keys(aws_vpc_security_group_ingress_rule.cluster_callers) == ["10.4.1.0/24-3000"]
    error_message = "Load balancers reach pods on nodes from the public subnets."
  }
  assert {
    condition     = jsondecode(aws_eks_addon.network["vpc-cni"].configuration_values).enableNetworkPolicy == "false"
    error_message = "Calico enforces policies; the CNI's own agent is off."
  }
  assert {
    condition     = !jsondecode(aws_eks_addon.workload["amazon-cloudwatch-observability"].configuration_values).manager.applicationSignals.autoMonitor.monitorAllServices
    error_message = "The agent's role may not write what Application Signals would send."
  }
  assert {
    condition     = jsondecode(aws_eks_addon.workload["coredns"].configuration_values).nodeSelector["bizflow.io/pool"] == aws_eks_node_group.controllers.labels["bizflow.io/pool"]
    error_message = "CoreDNS stays on the managed nodes."
  }
}

run "runs_intel_nodes_on_their_own_image" {
  command = apply
  variables {
    nodes = { instance = "m6i.xlarge", min = 3, max = 8, disk_gb = 60 }
  }

  assert {
    condition     = aws_eks_node_group.controllers.ami_type == "BOTTLEROCKET_x86_64"
    error_message = "m6i is not a Graviton instance."
  }
}

run "refuses_another_name" {
  command = plan
  variables {
    name = "cluster"
  }
  expect_failures = [var.name]
}

run "refuses_a_patch_version" {
  command = plan
  variables {
    kubernetes_version = "1.35.2"
  }
  expect_failures = [var.kubernetes_version]
}

run "refuses_a_single_subnet" {
  command = plan
  variables {
    subnet_ids = ["subnet-1"]
  }
  expect_failures = [var.subnet_ids]
}

run "refuses_what_is_no_key" {
  command = plan
  variables {
    kms_key_arn = "alias/bizflow/app"
  }
  expect_failures = [var.kms_key_arn]
}

run "refuses_the_whole_internet_as_an_office" {
  command = plan
  variables {
    administrator_cidrs = ["0.0.0.0/0"]
  }
  expect_failures = [var.administrator_cidrs]
}

run "refuses_an_unknown_retention" {
  command = plan
  variables {
    log_retention_days = 42
  }
  expect_failures = [var.log_retention_days]
}

run "refuses_nodes_that_shrink" {
  command = plan
  variables {
    nodes = { instance = "m6g.xlarge", min = 3, max = 2, disk_gb = 60 }
  }
  expect_failures = [var.nodes]
}

run "refuses_a_small_disk" {
  command = plan
  variables {
    nodes = { instance = "m6g.xlarge", min = 3, max = 8, disk_gb = 10 }
  }
  expect_failures = [var.nodes]
}

run "refuses_a_profile_without_labels" {
  command = plan
  variables {
    fargate_profiles = { w = { namespace = "w", labels = {}, port = 3000, caller_cidrs = [] } }
  }
  expect_failures = [var.fargate_profiles]
}

run "refuses_another_way_to_the_internet_than_https" {
  command = plan
  variables {
    fargate_egress = [{ description = "SSH", cidr = "0.0.0.0/0", port = 22 }]
  }
  expect_failures = [var.fargate_egress]
}

run "refuses_the_internet_as_a_load_balancer" {
  command = plan
  variables {
    node_callers = [{ cidr = "0.0.0.0/0", port = 3000 }]
  }
  expect_failures = [var.node_callers]
}

run "refuses_a_log_group_of_another_tree" {
  command = plan
  variables {
    fargate_log_group = "/aws/fargate"
  }
  expect_failures = [var.fargate_log_group]
}

run "refuses_a_privileged_port" {
  command = plan
  variables {
    telemetry_port = 80
  }
  expect_failures = [var.telemetry_port]
}

run "lets_the_cluster_ask_the_kubelet_of_fargate_pods" {
  command = apply

  assert {
    condition     = aws_vpc_security_group_ingress_rule.fargate_kubelet.from_port == 10250 && aws_vpc_security_group_ingress_rule.fargate_kubelet.cidr_ipv4 == null
    error_message = "Without this port there are no metrics, so that nothing scales, and neither logs nor exec."
  }
  assert {
    condition     = aws_vpc_security_group_egress_rule.fargate_to_s3.prefix_list_id == data.aws_ec2_managed_prefix_list.s3.id && aws_vpc_security_group_egress_rule.fargate_to_s3.from_port == 443
    error_message = "Layers of images come from S3."
  }
}

run "refuses_nodes_without_a_role_for_their_network" {
  command = plan
  variables {
    addon_role_arns = {}
  }
  expect_failures = [var.addon_role_arns]
}
