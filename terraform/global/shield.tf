# Off unless told: it commits the company for a year. `skip_destroy`, because destroying cannot end it and
# would fail the whole run. Load balancers join by an annotation of their Ingress, not here.
resource "aws_shield_subscription" "this" {
  count = var.shield_advanced ? 1 : 0

  auto_renew   = "ENABLED"
  skip_destroy = true
}

resource "aws_shield_protection" "this" {
  for_each = var.shield_advanced ? merge(
    { unavailable = aws_cloudfront_distribution.unavailable.arn, zone = aws_route53_zone.this.arn },
    var.cdn == null ? {} : { cdn = aws_cloudfront_distribution.cdn[0].arn },
  ) : {}

  name         = "${var.name}-${each.key}"
  resource_arn = each.value

  depends_on = [aws_shield_subscription.this]
}
