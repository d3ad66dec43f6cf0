#!/usr/bin/env bash
# "Security scan (Snyk, Trivy)": the source's dependencies, and each platform's image at LOCAL_IMAGE.
# A scanner's own exit code says that it found something; scan-policy.ts says which severity is tolerated.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
mkdir -p reports
rm -f reports/trivy-*.json reports/snyk-*.json

# Snyk exits with 1 when it found something, and with 2 and 3 when it could not look.
snyk_scan() {
  local report=$1 code=0
  shift
  snyk "$@" --json >"$report" || code=$?
  [ "$code" -le 1 ] || { cat "$report" >&2; echo "scan-image: snyk exit $code" >&2; exit 1; }
  "$here/pipeline.sh" snyk-rules --report="$report"
}

snyk_scan reports/snyk-source.json test --all-projects
for architecture in $("$here/pipeline.sh" fact --name=architectures); do
  trivy image --platform "linux/$architecture" --insecure --scanners vuln,secret --format json \
    --output "reports/trivy-$architecture.json" "$LOCAL_IMAGE"
  "$here/pipeline.sh" trivy-rules --report="reports/trivy-$architecture.json"
  snyk_scan "reports/snyk-$architecture.json" container test --platform="linux/$architecture" "$LOCAL_IMAGE"
done
