# Route 53 signs with this key; AWS wants it asymmetric, on P-256, in one region only ("Working with
# customer managed keys for DNSSEC").
data "aws_iam_policy_document" "dnssec" {
  statement {
    sid       = "AccountGovernsByIam"
    actions   = ["kms:*"]
    resources = ["*"] # in a key's policy '*' is the key itself

    principals {
      type        = "AWS"
      identifiers = ["arn:${local.partition}:iam::${local.account}:root"]
    }
  }

  statement {
    sid       = "Route53Signs"
    actions   = ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["dnssec-route53.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:${local.partition}:route53:::hostedzone/*"]
    }
  }

  statement {
    sid       = "Route53KeepsTheKey"
    actions   = ["kms:CreateGrant"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["dnssec-route53.amazonaws.com"]
    }

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

# KMS cannot rotate an asymmetric key by itself; a new one is rolled over by hand, through the registrar.
resource "aws_kms_key" "dnssec" {
  description              = "${var.name}: signs the zone ${var.zone}"
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
  deletion_window_in_days  = 30
  policy                   = data.aws_iam_policy_document.dnssec.json

  tags = { Name = "${var.name}-dnssec" }
}

resource "aws_kms_alias" "dnssec" {
  name          = "alias/bizflow/dnssec-${var.name}"
  target_key_id = aws_kms_key.dnssec.key_id
}

resource "aws_route53_key_signing_key" "this" {
  hosted_zone_id             = aws_route53_zone.this.zone_id
  key_management_service_arn = aws_kms_key.dnssec.arn
  name                       = replace(var.name, "-", "_")
}

# Signing has no effect until the registrar publishes the DS record; from then on a broken key does.
resource "aws_route53_hosted_zone_dnssec" "this" {
  hosted_zone_id = aws_route53_key_signing_key.this.hosted_zone_id
}
