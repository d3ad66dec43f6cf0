#!/usr/bin/env bash
# Writes the statement of which commit gitops/ is the render to statement.json: renders the commit that is checked out.
# Runs in the platform's folder.
set -euo pipefail
said=$(npx nx generate @bizflow/generator:attest --no-interactive) || { echo "$said" >&2; exit 1; }
grep --max-count=1 '^{' <<<"$said" >"${1:-statement.json}"
