#!/usr/bin/env bash
# with-pod.sh COMMAND...: runs the command with POD_URL, which leads to one pod of the service in the
# cluster of kubectl's context. Loads and scanners go this way: the edge would stop them, rightly.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
namespace=$("$here/pipeline.sh" fact --name=namespace --service="$SERVICE")
port=$("$here/pipeline.sh" fact --name=port --service="$SERVICE")
pod=$(kubectl get pods --namespace "$namespace" --selector "app.kubernetes.io/name=$SERVICE" \
  --field-selector status.phase=Running --output 'jsonpath={.items[0].metadata.name}')
[ -n "$pod" ] || { echo "with-pod: no running pod of $SERVICE" >&2; exit 1; }
log=$(mktemp)
kubectl port-forward --namespace "$namespace" --address 127.0.0.1 "pod/$pod" ":$port" >"$log" 2>&1 &
forward=$!
trap 'kill "$forward" 2>/dev/null || true; rm -f "$log"' EXIT
for _ in $(seq 100); do
  local_port=$(sed -n 's/^Forwarding from 127.0.0.1:\([0-9]*\).*/\1/p' "$log")
  [ -n "$local_port" ] && break
  sleep 0.1
done
[ -n "$local_port" ] || { cat "$log" >&2; echo "with-pod: no way to $pod" >&2; exit 1; }
POD_URL="http://127.0.0.1:$local_port" "$@"
