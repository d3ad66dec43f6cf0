#!/usr/bin/env bash
# Plans one root and leaves the plan, with the providers it was made by, beside the state: a plan contains values of
# the state, so that it must not become an artifact that every reader of the repository gets.
set -euo pipefail
# GitHub gives a variable that no one has set as an empty one, which Terraform would read as a value.
for given in "${!TF_VAR_@}"; do [ -n "${!given}" ] || unset "$given"; done
terraform -chdir="$ROOT" init -input=false -no-color
changes=0
terraform -chdir="$ROOT" plan -input=false -no-color -lock=false -detailed-exitcode -out=plan.tfplan || changes=$?
if [ "$changes" -eq 0 ]; then
  echo 'changes=false' >>"$GITHUB_OUTPUT"
  exit
fi
[ "$changes" -eq 2 ] || exit "$changes"
"$(dirname "${BASH_SOURCE[0]}")/terraform-summary.sh"
proposal=$(mktemp)
trap 'rm -f "$proposal"' EXIT
files=(plan.tfplan)
[ ! -e "$ROOT/.terraform.lock.hcl" ] || files+=(.terraform.lock.hcl)
tar -czf "$proposal" -C "$ROOT" "${files[@]}"
plan="s3://$BUCKET/plans/$ROOT/$GITHUB_RUN_ID-$GITHUB_RUN_ATTEMPT.tgz"
aws s3 cp --only-show-errors "$proposal" "$plan"
{
  echo 'changes=true'
  echo "digest=$(sha256sum <"$proposal" | cut -d ' ' -f 1)"
  echo "plan=$plan"
} >>"$GITHUB_OUTPUT"
