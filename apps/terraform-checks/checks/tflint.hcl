# tflint's bundled rules for Terraform's language, all of them; no plugin is downloaded.
plugin "terraform" {
  enabled = true
  preset  = "all"
}

# The document gives some modules other files than main.tf (security: waf.tf, kms.tf, secrets.tf).
rule "terraform_standard_module_structure" {
  enabled = false
}
