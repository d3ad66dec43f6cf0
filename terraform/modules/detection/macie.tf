# Looks into samples of every bucket by itself ("automated sensitive data discovery" is on in a new account).
resource "aws_macie2_account" "this" {
  count = var.macie ? 1 : 0

  finding_publishing_frequency = "FIFTEEN_MINUTES"
  status                       = "ENABLED"
}
