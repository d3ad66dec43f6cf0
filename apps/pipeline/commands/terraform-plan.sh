#!/usr/bin/env bash
# Plans one root and tells people what it would change; touches no state, and takes no lock, which is a write.
set -euo pipefail
# GitHub gives a variable that no one has set as an empty one, which Terraform would read as a value.
for given in "${!TF_VAR_@}"; do [ -n "${!given}" ] || unset "$given"; done
terraform -chdir="$ROOT" init -input=false -no-color
terraform -chdir="$ROOT" plan -input=false -no-color -lock=false -out=plan.tfplan
"$(dirname "${BASH_SOURCE[0]}")/terraform-summary.sh"
