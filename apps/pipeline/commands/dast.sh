#!/usr/bin/env bash
# "Security scan (DAST)": ZAP attacks one pod along the source's openapi.json, behind the edge, which
# would hide from it findings that must be fixed. Runs in the source's folder.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
if [ ! -f openapi.json ] &&
  [ -z "$("$here/pipeline.sh" fact --name=public-url --service="$SERVICE" --environment=staging)" ]; then
  echo "dast: skipped, $SERVICE has no clients but probes"
  exit 0
fi
mkdir -p reports && chmod 777 reports
rm -f reports/zap.json
[ -f openapi.json ] || { echo 'dast: the source has no openapi.json' >&2; exit 1; }
cp openapi.json reports/openapi.json
code=0
docker run --rm --network host --volume "$PWD/reports:/zap/wrk:rw" ghcr.io/zaproxy/zaproxy:2.16.1 \
  zap-api-scan.py -t openapi.json -f openapi -O "$POD_URL" -J zap.json -I || code=$?
# Exit codes 1 and 2 mean findings, which dast-rules reads below; 3 means that the scan failed.
[ "$code" -le 2 ] || { echo "dast: ZAP exit $code" >&2; exit 1; }
"$here/pipeline.sh" dast-rules --url="$POD_URL" --report=reports/zap.json
