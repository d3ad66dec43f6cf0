#!/usr/bin/env bash
# with-local-registry.sh TAG COMMAND...: puts the layout in image/ into a registry on loopback, which
# scanners can read platform by platform, and runs the command with LOCAL_IMAGE.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
tag=$1; shift
log=$(mktemp)
crane registry serve --address 127.0.0.1:0 >"$log" 2>&1 &
registry=$!
port=
trap 'kill "$registry" 2>/dev/null || true; rm -f "$log"' EXIT
# As long as it lives: a busy machine starts it late.
while kill -0 "$registry" 2>/dev/null; do
  port=$(sed -n 's/.*serving on port \([0-9]*\).*/\1/p' "$log")
  [ -n "$port" ] && break
  sleep 0.1
done
[ -n "$port" ] || { cat "$log" >&2; echo 'with-local-registry: it did not start' >&2; exit 1; }
LOCAL_IMAGE="127.0.0.1:$port/$("$here/pipeline.sh" fact --name=repository --service="$SERVICE"):$tag"
export LOCAL_IMAGE
crane push --insecure image/ "$LOCAL_IMAGE" >/dev/null
"$@"
