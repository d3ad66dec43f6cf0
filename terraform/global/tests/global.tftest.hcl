mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{\"Version\":\"2012-10-17\",\"Statement\":[]}" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "111122223333" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_resource "aws_cloudfront_distribution" {
    defaults = { domain_name = "d111111abcdef8.cloudfront.net", hosted_zone_id = "Z2FDTNDATAQYW2", arn = "arn:aws:cloudfront::111122223333:distribution/E1" }
  }
  mock_resource "aws_cloudfront_function" {
    defaults = { arn = "arn:aws:cloudfront::111122223333:function/unavailable" }
  }
  mock_resource "aws_wafv2_web_acl" {
    defaults = { arn = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/00000000-0000-4000-8000-000000000001" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:log-group:a" }
  }
  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = { arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:a" }
  }
  mock_resource "aws_kms_key" {
    defaults = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:111122223333:bizflow-production-global-alerts" }
  }
  mock_resource "aws_route53_zone" {
    defaults = { zone_id = "Z00000000000000000001", arn = "arn:aws:route53:::hostedzone/Z00000000000000000001" }
  }
}

override_resource {
  target = aws_sns_topic.critical
  values = { arn = "arn:aws:sns:us-east-1:111122223333:bizflow-production-global-critical" }
}

override_module {
  target  = module.certificate
  outputs = { arn = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000001" }
}

variables {
  name = "bizflow-production-global"
  zone = "bizflow.app"

  pages              = true
  pagerduty_endpoint = "https://events.pagerduty.com/integration/0123456789abcdef0123456789abcdef/enqueue"

  health_checks = {
    india = {
      name              = "hc-india"
      host              = "us-gov-west-1.alb.bizflow.app"
      path              = "/health"
      interval_seconds  = 10
      failure_threshold = 3
      checkers          = ["us-east-1", "eu-west-1", "ap-southeast-2"]
    }
    uk = {
      name              = "hc-uk"
      host              = "us-gov-east-1.alb.bizflow.app"
      path              = "/health"
      interval_seconds  = 10
      failure_threshold = 3
      checkers          = ["us-east-1", "eu-west-1", "ap-southeast-2"]
    }
  }
  routing = {
    hosts = ["api.bizflow.app"]
    answers = {
      default = { country = "*", target = "us-gov-west-1.home.bizflow.app" }
      GB      = { country = "GB", target = "us-gov-east-1.home.bizflow.app" }
      europe  = { continent = "EU", target = "us-gov-east-1.home.bizflow.app" }
      AE      = { country = "AE", target = "eu-south-8.home.bizflow.app" }
    }
    steering = {
      "us-gov-west-1.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" }, secondary = "eu-north-9.standby.bizflow.app" }
      "us-gov-east-1.home.bizflow.app" = { primary = { host = "us-gov-east-1.alb.bizflow.app", health_check = "uk" } }
      "eu-south-8.home.bizflow.app"    = {}
    }
  }
  cdn = {
    host        = "cdn.bizflow.app"
    origin_host = "origin.cdn.bizflow.app"
    origins = {
      us-gov-west-1 = { host = "us-gov-west-1.cdn.bizflow.app", health_check = "india" }
      us-gov-east-1 = { host = "us-gov-east-1.cdn.bizflow.app", health_check = "uk" }
    }
  }
  origin_lock = {
    header  = "x-bizflow-origin"
    secrets = { blue = "bizflow/production/origin/blue", green = "bizflow/production/origin/green" }
    in_use  = "blue"
    regions = ["us-gov-west-1", "us-gov-east-1"]
  }
  web_acl = {
    name             = "bizflow-production-cloudfront"
    description      = "BizFlow edge policy, profile cloudfront"
    rule_json        = "[{\"Name\":\"geo\"}]"
    log_group        = "aws-waf-logs-bizflow-production-cloudfront"
    redacted_headers = ["authorization", "cookie"]
  }
}

run "checks_each_region_as_the_document_asks" {
  assert {
    condition = alltrue([
      for check in aws_route53_health_check.region :
      check.type == "HTTPS" && check.port == 443 && check.resource_path == "/health" && check.request_interval == 10 &&
      check.failure_threshold == 3 && check.regions == toset(["us-east-1", "eu-west-1", "ap-southeast-2"])
    ])
    error_message = "Checks ask /health over HTTPS every 10 s from the three regions and fail at the third time."
  }

  assert {
    condition     = aws_route53_health_check.region["uk"].fqdn == "us-gov-east-1.alb.bizflow.app" && aws_route53_health_check.region["uk"].tags.Name == "hc-uk"
    error_message = "A check asks the name that the region's own load balancer answers, and is called as the document calls it."
  }
}

run "answers_the_api_by_place_alone" {
  assert {
    condition = alltrue([
      for record in aws_route53_record.answer :
      record.type == "CNAME" && length(record.alias) == 0 && record.health_check_id == null && length(record.geolocation_routing_policy) == 1
    ])
    error_message = "A geolocation record with a health check, or an alias, would send an unhealthy region's people to the default record's country."
  }

  assert {
    condition     = aws_route53_record.answer["api.bizflow.app europe"].geolocation_routing_policy[0].continent == "EU" && aws_route53_record.answer["api.bizflow.app GB"].geolocation_routing_policy[0].country == "GB"
    error_message = "Each answer must be for its own place."
  }
}

run "keeps_people_of_a_failed_region_from_other_countries" {
  assert {
    condition     = toset(keys(aws_route53_record.primary)) == toset(["us-gov-west-1.home.bizflow.app", "us-gov-east-1.home.bizflow.app"])
    error_message = "Each region that runs must have a primary answer."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.primary : record.health_check_id != null && record.type == "CNAME"])
    error_message = "A primary must give way when its region fails."
  }

  assert {
    condition     = aws_route53_record.secondary["us-gov-east-1.home.bizflow.app"].records == toset(["d111111abcdef8.cloudfront.net"])
    error_message = "A bound region's people get the page."
  }

  assert {
    condition     = aws_route53_record.secondary["us-gov-west-1.home.bizflow.app"].records == toset(["eu-north-9.standby.bizflow.app"])
    error_message = "India's people go to the region that the catalog names."
  }

  assert {
    condition     = alltrue([for record in aws_route53_record.secondary : record.health_check_id == null])
    error_message = "A secondary must always be there, or Route 53 would answer a region that is down."
  }

  assert {
    condition     = aws_route53_record.stranded["eu-south-8.home.bizflow.app"].records == toset(["d111111abcdef8.cloudfront.net"])
    error_message = "People of a region that is switched off get the page."
  }
}

run "answers_every_request_for_a_failed_region_at_the_edge" {
  assert {
    condition = (
      aws_cloudfront_distribution.unavailable.aliases == toset(["api.bizflow.app"]) &&
      one(aws_cloudfront_distribution.unavailable.default_cache_behavior[0].function_association).event_type == "viewer-request" &&
      length(aws_cloudfront_distribution.unavailable.default_cache_behavior[0].allowed_methods) == 7 &&
      aws_cloudfront_function.unavailable.publish
    )
    error_message = "The page must answer under the API's name, to every method, before anything is passed on."
  }
}

run "routes_cloudfront_to_the_nearest_region_that_is_up" {
  assert {
    condition = alltrue([
      for region, record in aws_route53_record.origin :
      record.name == "origin.cdn.bizflow.app" && record.latency_routing_policy[0].region == region && record.health_check_id != null
    ])
    error_message = "The origin's name must be answered by latency, and by health."
  }

  assert {
    condition     = aws_cloudfront_distribution.cdn[0].aliases == toset(["cdn.bizflow.app"]) && one(aws_cloudfront_distribution.cdn[0].origin).domain_name == "origin.cdn.bizflow.app"
    error_message = "CloudFront must answer cdn and ask the origin's name."
  }
}

run "locks_the_origin_with_a_secret_that_stands_nowhere_in_git" {
  assert {
    condition     = one(one(aws_cloudfront_distribution.cdn[0].origin).custom_header).name == "x-bizflow-origin"
    error_message = "CloudFront must send the header."
  }

  assert {
    condition     = one(one(aws_cloudfront_distribution.cdn[0].origin).custom_header).value == aws_secretsmanager_secret_version.origin["blue"].secret_string
    error_message = "CloudFront must send the secret that is in use."
  }

  assert {
    condition = alltrue([
      for secret in aws_secretsmanager_secret.origin : toset([for replica in secret.replica : replica.region]) == toset(["us-gov-west-1", "us-gov-east-1"])
    ])
    error_message = "Each region must find both values at home."
  }

  assert {
    condition     = one(aws_cloudfront_distribution.cdn[0].origin).custom_origin_config[0].origin_protocol_policy == "https-only"
    error_message = "The secret must not travel in plain text."
  }
}

run "sends_the_other_secret_when_told" {
  variables {
    origin_lock = {
      header  = "x-bizflow-origin"
      secrets = { blue = "bizflow/production/origin/blue", green = "bizflow/production/origin/green" }
      in_use  = "green"
      regions = ["us-gov-west-1", "us-gov-east-1"]
    }
  }

  assert {
    condition     = one(one(aws_cloudfront_distribution.cdn[0].origin).custom_header).value == aws_secretsmanager_secret_version.origin["green"].secret_string
    error_message = "CloudFront must send the secret that is in use."
  }
}

run "serves_nothing_of_a_person_through_cloudfront" {
  assert {
    condition = (
      aws_cloudfront_cache_policy.anonymous.parameters_in_cache_key_and_forwarded_to_origin[0].cookies_config[0].cookie_behavior == "none" &&
      aws_cloudfront_cache_policy.anonymous.parameters_in_cache_key_and_forwarded_to_origin[0].headers_config[0].header_behavior == "none" &&
      !contains(aws_cloudfront_distribution.cdn[0].default_cache_behavior[0].allowed_methods, "POST")
    )
    error_message = "What a tenant sends must go to its own region."
  }

  assert {
    condition     = length(setintersection(aws_cloudwatch_log_delivery.cdn[0].record_fields, ["c-ip", "c-port", "cs(Cookie)", "x-forwarded-for", "cs-uri-query", "cs(User-Agent)"])) == 0
    error_message = "Access logs must name no person: they rest outside every tenant's country."
  }
}

run "stands_behind_the_policy_that_waf_rules_computes" {
  assert {
    condition = (
      aws_wafv2_web_acl.this[0].scope == "CLOUDFRONT" && aws_wafv2_web_acl.this[0].rule_json == var.web_acl.rule_json &&
      aws_cloudfront_distribution.cdn[0].web_acl_id == aws_wafv2_web_acl.this[0].arn
    )
    error_message = "The distribution must be behind the web ACL."
  }

  assert {
    condition     = aws_wafv2_web_acl_logging_configuration.this[0].logging_filter[0].default_behavior == "DROP" && length(aws_wafv2_web_acl_logging_configuration.this[0].redacted_fields) == 2
    error_message = "Only what was stopped is logged, without credentials."
  }
}

run "signs_the_zone" {
  assert {
    condition = (
      aws_kms_key.dnssec.customer_master_key_spec == "ECC_NIST_P256" && aws_kms_key.dnssec.key_usage == "SIGN_VERIFY" &&
      aws_route53_hosted_zone_dnssec.this.hosted_zone_id == "Z00000000000000000001"
    )
    error_message = "The zone must be signed with a key that Route 53 accepts."
  }

  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.dnssec)) == toset(["DNSSECInternalFailure", "DNSSECKeySigningKeysNeedingAction"])
    error_message = "A person must hear of a zone that cannot be signed."
  }
}

run "commits_to_no_subscription_unless_told" {
  assert {
    condition     = length(aws_shield_subscription.this) == 0 && length(aws_shield_protection.this) == 0
    error_message = "Shield Advanced is a commitment of a year."
  }
}

run "protects_what_is_public_with_shield_advanced_when_told" {
  variables {
    shield_advanced = true
  }

  assert {
    condition     = length(aws_shield_subscription.this) == 1 && toset(keys(aws_shield_protection.this)) == toset(["cdn", "unavailable", "zone"])
    error_message = "Both distributions and the zone must be protected."
  }
}

run "hears_of_every_region_that_fails" {
  assert {
    condition     = toset(keys(aws_cloudwatch_metric_alarm.region_down)) == toset(["india", "uk"]) && alltrue([for alarm in aws_cloudwatch_metric_alarm.region_down : length(alarm.alarm_actions) == 1])
    error_message = "Each health check must notify a person."
  }
}

run "hands_a_zone_below_to_its_own_account" {
  variables {
    delegations = { "staging.bizflow.app" = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.com"] }
  }

  assert {
    condition     = aws_route53_record.delegation["staging.bizflow.app"].type == "NS"
    error_message = "A delegation is an NS record."
  }
}

run "answers_every_name_that_tenants_ask_for_alike" {
  variables {
    routing = {
      hosts    = ["api.bizflow.app", "billing.bizflow.app"]
      answers  = { default = { country = "*", target = "us-gov-west-1.home.bizflow.app" }, GB = { country = "GB", target = "us-gov-east-1.home.bizflow.app" } }
      steering = { "us-gov-west-1.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } }, "us-gov-east-1.home.bizflow.app" = {} }
    }
  }

  assert {
    condition     = length(aws_route53_record.answer) == 4 && aws_route53_record.answer["billing.bizflow.app GB"].records == toset(["us-gov-east-1.home.bizflow.app"])
    error_message = "Each host must be answered by place."
  }

  assert {
    condition     = aws_cloudfront_distribution.unavailable.aliases == toset(["api.bizflow.app", "billing.bizflow.app"])
    error_message = "The page must answer under each host."
  }
}

run "builds_no_cdn_where_there_is_none" {
  variables {
    cdn         = null
    origin_lock = null
    web_acl     = null
  }

  assert {
    condition = (
      length(aws_cloudfront_distribution.cdn) + length(aws_wafv2_web_acl.this) + length(aws_route53_record.cdn) +
      length(aws_route53_record.origin) + length(aws_secretsmanager_secret.origin) + length(aws_cloudwatch_log_delivery.cdn) == 0
    )
    error_message = "Without a CDN nothing of it may stand."
  }

  assert {
    condition     = length(aws_route53_record.primary) == 2
    error_message = "Tenants' names are answered all the same."
  }
}

run "hears_of_a_certificate_that_is_not_renewed" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.certificate.threshold == 30 && length(aws_cloudwatch_metric_alarm.certificate.alarm_actions) == 1
    error_message = "The document asks for 30 days."
  }
}

run "pages_when_a_region_is_lost" {
  command = apply

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.region_down : alarm.alarm_actions == toset([aws_sns_topic.critical.arn])])
    error_message = "The loss of a region must go to the topic that pages."
  }

  assert {
    condition     = aws_sns_topic_subscription.pagerduty[0].topic_arn == aws_sns_topic.critical.arn && aws_sns_topic_subscription.pagerduty[0].protocol == "https"
    error_message = "PagerDuty must subscribe to the topic of lost regions."
  }
}
