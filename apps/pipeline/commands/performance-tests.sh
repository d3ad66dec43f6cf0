#!/usr/bin/env bash
# "Performance tests": the source's own list of requests against one pod, measured by the document's
# alarms. Runs in the source's folder.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
if [ ! -f performance/requests.json ] &&
  [ -z "$("$here/pipeline.sh" fact --name=public-url --service="$SERVICE" --environment=staging)" ]; then
  echo "performance-tests: skipped, $SERVICE has no clients but probes"
  exit 0
fi
"$here/pipeline.sh" load --url="$POD_URL" --requests=performance/requests.json
