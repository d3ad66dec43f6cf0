# Created only here: what writes into them may not create them, or they would have neither
# key nor end.
resource "aws_cloudwatch_log_group" "this" {
  for_each = var.log_groups

  name              = each.value
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn

  tags = { Name = each.value }
}

resource "aws_cloudwatch_query_definition" "this" {
  for_each = var.saved_queries

  name            = "${var.name}/${each.key}"
  log_group_names = each.value.log_groups
  query_string    = each.value.query
}
