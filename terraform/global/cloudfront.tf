module "certificate" {
  source = "../modules/certificates"

  name    = var.name
  zone    = var.zone
  zone_id = aws_route53_zone.this.zone_id

  # Tenants' names too: the page answers under them, and the records that prove them serve every region.
  own_names = concat(var.routing.hosts, var.cdn == null ? [] : [var.cdn.host, var.cdn.origin_host])
}

# Neither cookies nor headers reach an origin or a cache: what CloudFront serves belongs to no user, so
# that it may come from any country.
resource "aws_cloudfront_cache_policy" "anonymous" {
  name        = "${var.name}-anonymous"
  comment     = "By path and query alone"
  min_ttl     = 1
  default_ttl = 86400
  max_ttl     = 31536000

  parameters_in_cache_key_and_forwarded_to_origin {
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true

    cookies_config {
      cookie_behavior = "none"
    }

    headers_config {
      header_behavior = "none"
    }

    query_strings_config {
      query_string_behavior = "all"
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "strict" {
  count = var.cdn == null ? 0 : 1

  name    = "${var.name}-strict"
  comment = "Headers that every answer carries"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 31536000
      include_subdomains         = true
      override                   = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "DENY"
      override     = false
    }

    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = false
    }
  }
}

resource "aws_cloudfront_distribution" "cdn" {
  count = var.cdn == null ? 0 : 1

  enabled         = true
  comment         = "${var.name}: ${var.cdn.host}"
  aliases         = [var.cdn.host]
  http_version    = "http2and3"
  is_ipv6_enabled = true
  price_class     = "PriceClass_200" # the cheapest that has edges in India, Singapore and the Middle East
  web_acl_id      = aws_wafv2_web_acl.this[0].arn

  # Without an origin request policy CloudFront sends the origin's own name as Host, which the load
  # balancer's certificate and Ingress both know.
  origin {
    origin_id   = "regions"
    domain_name = var.cdn.origin_host

    custom_header {
      name  = var.origin_lock.header
      value = aws_secretsmanager_secret_version.origin[var.origin_lock.in_use].secret_string
    }

    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }

  # Reading only: what a tenant sends goes to api, in its own region.
  default_cache_behavior {
    target_origin_id           = "regions"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    viewer_protocol_policy     = "redirect-to-https"
    compress                   = true
    cache_policy_id            = aws_cloudfront_cache_policy.anonymous.id
    response_headers_policy_id = aws_cloudfront_response_headers_policy.strict[0].id
  }

  restrictions {
    # Countries are the web ACL's business, which knows why.
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    acm_certificate_arn      = module.certificate.arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  tags = { Name = var.cdn.host }
}
