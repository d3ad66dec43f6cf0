# The answer for people whose region is down and whom no other may serve. A function gives it at the edge,
# to every path and method alike, so that no program takes it for a working API and no byte goes further.
resource "aws_cloudfront_function" "unavailable" {
  name    = "${var.name}-unavailable"
  comment = "503 for a region that is down"
  runtime = "cloudfront-js-2.0"
  code    = file("${path.module}/unavailable.js")
  publish = true
}

# No web ACL: there is no origin behind it, and the ACL would log the addresses of people of every region.
resource "aws_cloudfront_distribution" "unavailable" {
  enabled         = true
  comment         = "${var.name}: ${var.routing.hosts[0]} while a region is down"
  aliases         = var.routing.hosts
  http_version    = "http2and3"
  is_ipv6_enabled = true
  price_class     = "PriceClass_200"

  # AWS requires an origin; the function never uses it, and its name has no record.
  origin {
    origin_id   = "unused"
    domain_name = "unused.${var.zone}"

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  default_cache_behavior {
    target_origin_id       = "unused"
    allowed_methods        = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "https-only"
    cache_policy_id        = aws_cloudfront_cache_policy.anonymous.id

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.unavailable.arn
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = module.certificate.arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  tags = { Name = "${var.routing.hosts[0]} unavailable" }
}
