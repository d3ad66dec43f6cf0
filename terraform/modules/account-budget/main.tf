# The whole account, whatever its tags say: a subscription such as Shield Advanced has none, and neither has what
# runs where no root is.
resource "aws_budgets_budget" "account" {
  name         = var.name
  budget_type  = "COST"
  limit_amount = tostring(var.limit_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  # By letter, not by topic: not every account has a topic and a key that AWS Budgets may use.
  dynamic "notification" {
    for_each = length(var.emails) == 0 ? [] : ["ACTUAL", "FORECASTED"]

    content {
      comparison_operator        = "GREATER_THAN"
      threshold                  = 100
      threshold_type             = "PERCENTAGE"
      notification_type          = notification.value
      subscriber_email_addresses = var.emails
    }
  }
}

check "someone_listens" {
  assert {
    condition     = length(var.emails) > 0
    error_message = "No one hears that the account costs more than planned: set emails (TF_VAR_emails)."
  }
}
