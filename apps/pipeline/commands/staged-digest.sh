#!/usr/bin/env bash
# Prints the digest that is pinned for staging, if it is pinned under this tag.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
pinned() { "$here/pipeline.sh" fact --name="$1" --service="$SERVICE" --environment=staging; }
[ "$(pinned pinned-tag)" = "$1" ] || { echo "staged-digest: staging is pinned to $(pinned pinned-tag), not $1" >&2; exit 1; }
pinned pinned-digest
