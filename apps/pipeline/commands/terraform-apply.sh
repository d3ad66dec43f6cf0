#!/usr/bin/env bash
# Applies the plan that was approved, or nothing: what is fetched must have the digest of the run that was approved,
# and Terraform refuses a plan when the state has moved on since. The state is locked while it applies.
set -euo pipefail
proposal=$(mktemp)
trap 'rm -f "$proposal"' EXIT
aws s3 cp --only-show-errors "$PLAN" "$proposal"
if [ "$(sha256sum <"$proposal" | cut -d ' ' -f 1)" != "$DIGEST" ]; then
  echo "terraform-apply: $PLAN is not the plan that was approved for $ROOT; run the workflow again" >&2
  exit 1
fi
tar -xzf "$proposal" -C "$ROOT"
terraform -chdir="$ROOT" init -input=false -no-color
terraform -chdir="$ROOT" apply -input=false -no-color -lock-timeout="${LOCK_TIMEOUT:-10m}" plan.tfplan
