# Its name servers stand at the registrar: a new zone would have others, and every name would be gone. So
# the role that applies may not delete one (modules/github-access).
resource "aws_route53_zone" "this" {
  name          = var.zone
  comment       = "${var.name}: public names"
  force_destroy = false

  tags = { Name = var.zone }
}

# Certificates come from ACM only.
resource "aws_route53_record" "caa" {
  zone_id = aws_route53_zone.this.zone_id
  name    = var.zone
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\"", "0 issuewild \";\""]
}

resource "aws_route53_record" "delegation" {
  for_each = var.delegations

  zone_id = aws_route53_zone.this.zone_id
  name    = each.key
  type    = "NS"
  ttl     = 3600
  records = each.value
}

# The checkers ask the name that ExternalDNS publishes from the cluster; until it exists the check fails,
# and the region's people get the page.
resource "aws_route53_health_check" "region" {
  for_each = var.health_checks

  reference_name    = each.value.name
  type              = "HTTPS"
  fqdn              = each.value.host
  port              = 443
  resource_path     = each.value.path
  request_interval  = each.value.interval_seconds
  failure_threshold = each.value.failure_threshold
  regions           = each.value.checkers
  enable_sni        = true
  measure_latency   = true

  tags = { Name = each.value.name }
}

# Who asks from where, and nothing else: no health check. With one, Route 53 would look past an unhealthy
# answer for a larger area and end at the default record, in another country. No alias either, for the
# same reason, and because a region's load balancer may not exist yet.
resource "aws_route53_record" "answer" {
  for_each = merge([
    for host in var.routing.hosts : { for id, answer in var.routing.answers : "${host} ${id}" => merge(answer, { host = host, id = id }) }
  ]...)

  zone_id        = aws_route53_zone.this.zone_id
  name           = each.value.host
  type           = "CNAME"
  ttl            = 60
  set_identifier = each.value.id
  records        = [each.value.target]

  geolocation_routing_policy {
    country   = each.value.country
    continent = each.value.continent
  }
}

locals {
  page     = aws_cloudfront_distribution.unavailable.domain_name
  failover = { for name, rule in var.routing.steering : name => rule if rule.primary != null }
  stranded = { for name, rule in var.routing.steering : name => rule if rule.primary == null }
}

# Where a region's people go, healthy or not.
resource "aws_route53_record" "primary" {
  for_each = local.failover

  zone_id         = aws_route53_zone.this.zone_id
  name            = each.key
  type            = "CNAME"
  ttl             = 60
  set_identifier  = "primary"
  records         = [each.value.primary.host]
  health_check_id = aws_route53_health_check.region[each.value.primary.health_check].id

  failover_routing_policy {
    type = "PRIMARY"
  }
}

# Without its own health check it counts as healthy, so that there is always an answer.
resource "aws_route53_record" "secondary" {
  for_each = local.failover

  zone_id        = aws_route53_zone.this.zone_id
  name           = each.key
  type           = "CNAME"
  ttl            = 60
  set_identifier = "secondary"
  records        = [coalesce(each.value.secondary, local.page)]

  failover_routing_policy {
    type = "SECONDARY"
  }
}

# A region that is switched off has no name to check; its people still get an answer.
resource "aws_route53_record" "stranded" {
  for_each = local.stranded

  zone_id = aws_route53_zone.this.zone_id
  name    = each.key
  type    = "CNAME"
  ttl     = 60
  records = [coalesce(each.value.secondary, local.page)]
}

# CloudFront asks the nearest healthy region; nothing behind it belongs to one tenant. The checks are those
# of the API: its own load balancer refuses requests without the header, and so would refuse a checker.
resource "aws_route53_record" "origin" {
  for_each = try(var.cdn.origins, {})

  zone_id         = aws_route53_zone.this.zone_id
  name            = var.cdn.origin_host
  type            = "CNAME"
  ttl             = 60
  set_identifier  = each.key
  records         = [each.value.host]
  health_check_id = aws_route53_health_check.region[each.value.health_check].id

  latency_routing_policy {
    region = each.key
  }
}

resource "aws_route53_record" "cdn" {
  for_each = var.cdn == null ? [] : toset(["A", "AAAA"])

  zone_id = aws_route53_zone.this.zone_id
  name    = var.cdn.host
  type    = each.key

  alias {
    name                   = aws_cloudfront_distribution.cdn[0].domain_name
    zone_id                = aws_cloudfront_distribution.cdn[0].hosted_zone_id
    evaluate_target_health = false
  }
}
