output "zone_id" {
  description = "Id of the public zone."
  value       = aws_route53_zone.this.zone_id
}

output "name_servers" {
  description = "What the registrar, or the zone above, must delegate to."
  value       = aws_route53_zone.this.name_servers
}

output "ds_record" {
  description = "What the registrar, or the zone above, must publish for DNSSEC to begin."
  value       = aws_route53_key_signing_key.this.ds_record
}

output "health_check_ids" {
  description = "Route 53 health checks by region."
  value       = { for region, check in aws_route53_health_check.region : region => check.id }
}

output "distribution_ids" {
  description = "CloudFront distributions: the page for a region that is down, and cdn where there is one."
  value = merge(
    { unavailable = aws_cloudfront_distribution.unavailable.id },
    { for distribution in aws_cloudfront_distribution.cdn : "cdn" => distribution.id },
  )
}

output "web_acl_arn" {
  description = "The CLOUDFRONT web ACL; null without a CDN."
  value       = one(aws_wafv2_web_acl.this[*].arn)
}

output "critical_topic_arn" {
  description = "Where the loss of a region goes; it pages where `pages` says so."
  value       = aws_sns_topic.critical.arn
}

output "alert_topic_arn" {
  description = "Where the global layer's other alarms and findings go."
  value       = aws_sns_topic.alerts.arn
}
