import { type Texts, type Tree, treeOf } from '../src/index.ts';

/** The constraints that every module and root of this repository states. */
const versions = `terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7"
    }
  }
}
`;

const network = `variable "name" {
  description = "Prefix of every name."
  type        = string
}
variable "zones" {
  description = "Subnets by zone."
  type        = map(object({ cidr = string, open = optional(bool, false) }))
  validation {
    condition     = length(var.zones) > 1
    error_message = "zones must hold two."
  }
}
data "aws_region" "current" {}
locals {
  open = { for zone, one in var.zones : zone => one if one.open }
}
resource "aws_vpc" "this" {
  cidr_block = "192.0.2.0/24"
  tags       = { Name = var.name }
}
resource "aws_subnet" "this" {
  for_each          = var.zones
  vpc_id            = aws_vpc.this.id
  availability_zone = "\${data.aws_region.current.id}\${each.key}"
  cidr_block        = each.value.cidr
}
resource "aws_eip" "this" {
  for_each = local.open
  domain   = "vpc"
}
resource "aws_network_acl" "this" {
  count  = length(local.open) > 0 ? 1 : 0
  vpc_id = aws_vpc.this.id
  dynamic "ingress" {
    for_each = keys(var.zones)
    iterator = rule
    content {
      rule_no    = 100 + rule.key
      action     = "allow"
      protocol   = "tcp"
      cidr_block = var.zones[rule.value].cidr
      from_port  = 443
      to_port    = 443
    }
  }
}
`;

const outputs = `output "vpc" {
  description = "The VPC's id."
  value       = aws_vpc.this.id
}
output "subnets" {
  description = "The subnets' ids by zone."
  value       = { for zone, one in aws_subnet.this : zone => one.id }
}
`;

const root = {
  provider: { aws: { region: 'xx-west-1', allowed_account_ids: ['111122223333'] } },
  module: {
    network: {
      source: '../../../modules/network',
      name: 'n',
      zones: { a: { cidr: '192.0.2.0/28', open: true }, b: { cidr: '192.0.2.16/28' } },
    },
    roles: { source: '../../../modules/roles', vpc: '${module.network.vpc}', name: 'n' },
  },
};

const roles = `variable "name" {
  description = "Prefix."
  type        = string
}
variable "vpc" {
  description = "A VPC."
  type        = string
}
data "aws_caller_identity" "current" {}
data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.this.arn}/*"]
    condition {
      test     = "StringEquals"
      variable = "aws:SourceVpc"
      values   = [var.vpc]
    }
  }
}
resource "aws_s3_bucket" "this" {
  bucket = "\${var.name}-\${data.aws_caller_identity.current.account_id}"
}
resource "aws_iam_role" "this" {
  name               = "\${var.name}-reader"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}
resource "aws_iam_role_policy" "this" {
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.read.json
}
`;

/** A small sound tree: two modules, and a root that joins them. */
export const soundTexts: Texts = {
  'modules/network/main.tf': network,
  'modules/network/outputs.tf': outputs,
  'modules/network/versions.tf': versions,
  'modules/roles/main.tf': roles,
  'modules/roles/versions.tf': versions,
  'environments/e/r/main.tf.json': JSON.stringify(root),
};

/** The sound tree with one text changed, so that a test shows what the change breaks. */
export const treeWith = (path: string, change: (text: string) => string): Promise<Tree> =>
  treeOf({ ...soundTexts, [path]: change(soundTexts[path] ?? '') });
