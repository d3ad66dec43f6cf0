#!/usr/bin/env bash
# Plans one root and tells people what it would change; touches no state, and takes no lock, which is a write.
set -euo pipefail
terraform -chdir="$ROOT" init -input=false -no-color
terraform -chdir="$ROOT" plan -input=false -no-color -lock=false -out=plan.tfplan
"$(dirname "${BASH_SOURCE[0]}")/terraform-summary.sh"
