#!/usr/bin/env bash
# Shows the plan of one root where the people who approve it look. GitHub takes 1 MiB for a step.
set -euo pipefail
{
  echo "### $ROOT"
  echo "\`\`\`"
  head -c 900000 <(terraform -chdir="$ROOT" show -no-color plan.tfplan)
  echo "\`\`\`"
} >>"$GITHUB_STEP_SUMMARY"
