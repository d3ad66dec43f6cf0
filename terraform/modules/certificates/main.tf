# An ACM certificate is public and free, and renews itself while its validation records stand.
resource "aws_acm_certificate" "this" {
  domain_name               = var.own_names[0]
  subject_alternative_names = concat(slice(var.own_names, 1, length(var.own_names)), var.shared_names)
  validation_method         = "DNS"

  options {
    certificate_transparency_logging_preference = "ENABLED"
  }

  tags = { Name = var.name }

  # A load balancer or a distribution holds the old one until the new one is there.
  lifecycle {
    create_before_destroy = true
  }
}

locals {
  proofs = { for proof in aws_acm_certificate.this.domain_validation_options : proof.domain_name => proof }
}

# ACM asks for the same record for a name in every region of an account, so a shared name has one
# owner: a second state would fight for the record, and destroying it would stop the other's renewals.
resource "aws_route53_record" "proof" {
  for_each = toset(var.own_names)

  zone_id = var.zone_id
  name    = local.proofs[each.key].resource_record_name
  type    = local.proofs[each.key].resource_record_type
  records = [local.proofs[each.key].resource_record_value]
  ttl     = 300
}

# Waits until ACM has issued it, so that nothing is built on a certificate that is still pending.
resource "aws_acm_certificate_validation" "this" {
  certificate_arn = aws_acm_certificate.this.arn

  depends_on = [aws_route53_record.proof]
}
