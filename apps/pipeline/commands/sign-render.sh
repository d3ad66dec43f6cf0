#!/usr/bin/env bash
# sign-render.sh STATEMENT: signs it with SIGNING_KEY, and leaves it as a note of its commit, which goes where the
# repository goes. Runs no other code of the repository.
set -euo pipefail
statement=$1
commit=$(jq --exit-status --raw-output .predicate.source.digest.gitCommit "$statement")
[ "$commit" = "$(git rev-parse HEAD)" ] || { echo "sign-render: $statement is about $commit, not this commit" >&2; exit 1; }
bundle=$(mktemp)
trap 'rm -f "$bundle"' EXIT
cosign attest-blob --yes --key "$SIGNING_KEY" --tlog-upload=false --use-signing-config=false \
  --statement "$statement" --bundle "$bundle"
ref=refs/notes/attestations
for attempt in 1 2 3; do
  git fetch --quiet origin "+$ref:$ref" 2>/dev/null || echo 'sign-render: the first note of this repository'
  git notes --ref="$ref" add --force --file="$bundle" "$commit"
  # The note of another branch may have come meanwhile: then it is written again after that.
  if git push --quiet origin "$ref"; then exit 0; fi
  echo "sign-render: push $attempt was refused" >&2
done
exit 1
