#!/usr/bin/env bash
# Runs a rule or a wait of this package, with the Node that the platform's lock names.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PATH="$here/../../node_modules/.bin:$PATH"
NODE_OPTIONS='--conditions=@bizflow/source --disable-warning=ExperimentalWarning' exec node "$here/src/main.ts" "$@"
