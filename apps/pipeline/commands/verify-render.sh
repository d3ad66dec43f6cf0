#!/usr/bin/env bash
# verify-render.sh [COMMIT]: whether the gitops/ of a commit is the render that was attested, by the note of that commit
# and the key in assigned.ts, or the file RENDER_KEY. For a person or a workflow. Runs in the platform's folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
commit=$(git rev-parse --verify --quiet "${1:-HEAD}^{commit}") || { echo "verify-render: there is no commit $1" >&2; exit 1; }
ref=refs/notes/attestations
# Without a note yet, the remote has no such ref.
git fetch --quiet origin "+$ref:$ref" 2>/dev/null || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git notes --ref="$ref" show "$commit" >"$work/attestation.json" 2>/dev/null || {
  echo "verify-render: no attestation of $commit; the workflow Attest makes one for each commit of main and develop" >&2
  exit 1
}
key=${RENDER_KEY:-$work/key.pem}
[ -n "${RENDER_KEY:-}" ] || "$here/pipeline.sh" fact --name=public-key --signed=renders >"$key"
npx nx generate @bizflow/generator:verify-render --no-interactive \
  --commit="$commit^0" --attestation="$work/attestation.json" --key="$key"
