output "arn" {
  description = "ARN of the certificate, known once ACM has issued it."
  value       = aws_acm_certificate_validation.this.certificate_arn
}
