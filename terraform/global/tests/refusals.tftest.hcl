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

run "refuses_a_foreign_name_prefix" {
  command = plan
  variables {
    name = "acme"
  }
  expect_failures = [var.name]
}

run "refuses_a_zone_with_a_dot_at_its_end" {
  command = plan
  variables {
    zone = "bizflow.app."
  }
  expect_failures = [var.zone]
}

run "refuses_a_delegation_outside_the_zone" {
  command = plan
  variables {
    delegations = { "staging.example.com" = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.com"] }
  }
  expect_failures = [var.delegations]
}

run "refuses_a_delegation_to_one_server" {
  command = plan
  variables {
    delegations = { "staging.bizflow.app" = ["ns-1.awsdns-01.org"] }
  }
  expect_failures = [var.delegations]
}

run "refuses_an_interval_that_route_53_does_not_know" {
  command = plan
  variables {
    health_checks = {
      india = { name = "hc-india", host = "us-gov-west-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
      uk    = { name = "hc-uk", host = "us-gov-east-1.alb.bizflow.app", path = "/health", interval_seconds = 20, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
    }
  }
  expect_failures = [var.health_checks]
}

run "refuses_a_threshold_above_ten" {
  command = plan
  variables {
    health_checks = {
      india = { name = "hc-india", host = "us-gov-west-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
      uk    = { name = "hc-uk", host = "us-gov-east-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 11, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
    }
  }
  expect_failures = [var.health_checks]
}

run "refuses_two_checkers" {
  command = plan
  variables {
    health_checks = {
      india = { name = "hc-india", host = "us-gov-west-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
      uk    = { name = "hc-uk", host = "us-gov-east-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1"] }
    }
  }
  expect_failures = [var.health_checks]
}

run "refuses_a_path_without_a_slash" {
  command = plan
  variables {
    health_checks = {
      india = { name = "hc-india", host = "us-gov-west-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
      uk    = { name = "hc-uk", host = "us-gov-east-1.alb.bizflow.app", path = "health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
    }
  }
  expect_failures = [var.health_checks]
}

run "refuses_a_check_whose_name_is_too_long" {
  command = plan
  variables {
    health_checks = {
      india = { name = "hc-india", host = "us-gov-west-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
      uk    = { name = "hc-a-region-with-a-long-name-indeed", host = "us-gov-east-1.alb.bizflow.app", path = "/health", interval_seconds = 10, failure_threshold = 3, checkers = ["us-east-1", "eu-west-1", "ap-southeast-2"] }
    }
  }
  expect_failures = [var.health_checks]
}

run "refuses_an_answer_for_a_country_and_a_continent" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" }, x = { country = "GB", continent = "EU", target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_an_answer_without_a_place" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" }, x = { target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_a_continent_that_is_none" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" }, x = { continent = "UK", target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_uk_for_gb" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" }, x = { country = "UK", target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_to_leave_everybody_else_without_an_answer" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { x = { country = "GB", target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_an_answer_that_leads_straight_to_a_region" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" }, x = { country = "GB", target = "us-gov-east-1.alb.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "us-gov-west-1.alb.bizflow.app", health_check = "india" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_a_primary_without_a_health_check" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.home.bizflow.app" } }, steering = { "a.home.bizflow.app" = { primary = { host = "b.alb.bizflow.app", health_check = "none" } } } }
  }
  expect_failures = [var.routing]
}

run "refuses_a_steering_name_of_somebody_else" {
  command = plan
  variables {
    routing = { hosts = ["api.bizflow.app"], answers = { default = { country = "*", target = "a.example.com" } }, steering = { "a.example.com" = {} } }
  }
  expect_failures = [var.routing]
}

run "refuses_an_origin_without_a_health_check" {
  command = plan
  variables {
    cdn = { host = "cdn.bizflow.app", origin_host = "origin.cdn.bizflow.app", origins = { us-gov-east-1 = { host = "us-gov-east-1.cdn.bizflow.app", health_check = "none" } } }
  }
  expect_failures = [var.cdn]
}

run "refuses_a_cdn_without_an_origin" {
  command = plan
  variables {
    cdn = { host = "cdn.bizflow.app", origin_host = "origin.cdn.bizflow.app", origins = {} }
  }
  expect_failures = [var.cdn]
}

run "refuses_a_header_that_cloudfront_keeps_to_itself" {
  command = plan
  variables {
    origin_lock = { header = "x-edge-origin", secrets = { blue = "a", green = "b" }, in_use = "blue", regions = ["us-gov-west-1"] }
  }
  expect_failures = [var.origin_lock]
}

run "refuses_a_third_secret" {
  command = plan
  variables {
    origin_lock = { header = "x-bizflow-origin", secrets = { blue = "a", green = "b" }, in_use = "red", regions = ["us-gov-west-1"] }
  }
  expect_failures = [var.origin_lock]
}

run "refuses_one_secret_for_both" {
  command = plan
  variables {
    origin_lock = { header = "x-bizflow-origin", secrets = { blue = "a", green = "a" }, in_use = "blue", regions = ["us-gov-west-1"] }
  }
  expect_failures = [var.origin_lock]
}

run "refuses_rules_that_are_no_json" {
  command = plan
  variables {
    web_acl = { name = "a", description = "BizFlow edge policy", rule_json = "geo", log_group = "aws-waf-logs-a", redacted_headers = [] }
  }
  expect_failures = [var.web_acl]
}

run "refuses_an_acl_without_rules" {
  command = plan
  variables {
    web_acl = { name = "a", description = "BizFlow edge policy", rule_json = "[]", log_group = "aws-waf-logs-a", redacted_headers = [] }
  }
  expect_failures = [var.web_acl]
}

run "refuses_a_log_group_that_waf_does_not_write_to" {
  command = plan
  variables {
    web_acl = { name = "a", description = "BizFlow edge policy", rule_json = "[{}]", log_group = "bizflow", redacted_headers = [] }
  }
  expect_failures = [var.web_acl]
}

run "refuses_a_retention_beyond_a_quarter" {
  command = plan
  variables {
    log_retention_days = 365
  }
  expect_failures = [var.log_retention_days]
}

run "refuses_a_lost_region_that_pages_no_one" {
  command = plan
  variables {
    pagerduty_endpoint = null
  }
  expect_failures = [var.pagerduty_endpoint]
}

run "refuses_an_address_that_is_none" {
  command = plan
  variables {
    alert_emails = ["ops"]
  }
  expect_failures = [var.alert_emails]
}

run "refuses_a_cdn_without_a_lock" {
  command = plan
  variables {
    origin_lock = null
  }
  expect_failures = [var.origin_lock]
}

run "refuses_a_cdn_without_rules" {
  command = plan
  variables {
    web_acl = null
  }
  expect_failures = [var.web_acl]
}
