mock_provider "aws" {
  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:xx-west-1:111122223333:certificate/00000000-0000-4000-8000-000000000001"
      domain_validation_options = [
        {
          domain_name           = "xx-west-1.alb.bizflow.app"
          resource_record_name  = "_a.xx-west-1.alb.bizflow.app."
          resource_record_type  = "CNAME"
          resource_record_value = "_1.acm-validations.aws."
        },
        {
          domain_name           = "xx-west-1.cdn.bizflow.app"
          resource_record_name  = "_b.xx-west-1.cdn.bizflow.app."
          resource_record_type  = "CNAME"
          resource_record_value = "_2.acm-validations.aws."
        },
        {
          domain_name           = "api.bizflow.app"
          resource_record_name  = "_c.api.bizflow.app."
          resource_record_type  = "CNAME"
          resource_record_value = "_3.acm-validations.aws."
        },
      ]
    }
  }
}

variables {
  name         = "bizflow-production-xx-west-1"
  zone         = "bizflow.app"
  zone_id      = "Z00000000000000000001"
  own_names    = ["xx-west-1.alb.bizflow.app", "xx-west-1.cdn.bizflow.app"]
  shared_names = ["api.bizflow.app"]
}

run "covers_own_and_shared_names_and_proves_its_own_only" {
  assert {
    condition = (
      aws_acm_certificate.this.domain_name == "xx-west-1.alb.bizflow.app" &&
      toset(aws_acm_certificate.this.subject_alternative_names) == toset(["xx-west-1.cdn.bizflow.app", "api.bizflow.app"])
    )
    error_message = "The certificate must cover every name it was asked for."
  }

  assert {
    condition     = aws_acm_certificate.this.validation_method == "DNS"
    error_message = "Only validation by DNS renews without a person."
  }

  assert {
    condition     = keys(aws_route53_record.proof) == ["xx-west-1.alb.bizflow.app", "xx-west-1.cdn.bizflow.app"]
    error_message = "Only own names may have a record here: a shared one belongs to terraform/global."
  }

  assert {
    condition     = aws_route53_record.proof["xx-west-1.cdn.bizflow.app"].records == toset(["_2.acm-validations.aws."])
    error_message = "Each name must be proved by its own record."
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
    zone         = "bizflow.app."
    own_names    = ["a.bizflow.app."]
    shared_names = []
  }
  expect_failures = [var.zone]
}

run "refuses_a_certificate_for_nothing" {
  command = plan
  variables {
    own_names = []
  }
  expect_failures = [var.own_names]
}

run "refuses_an_own_name_outside_the_zone" {
  command = plan
  variables {
    own_names = ["xx-west-1.alb.bizflow.internal"]
  }
  expect_failures = [var.own_names]
}

run "refuses_a_shared_name_outside_the_zone" {
  command = plan
  variables {
    shared_names = ["api.bizflow.internal"]
  }
  expect_failures = [var.shared_names]
}

run "refuses_a_name_with_two_owners" {
  command = plan
  variables {
    shared_names = ["xx-west-1.alb.bizflow.app"]
  }
  expect_failures = [var.shared_names]
}
