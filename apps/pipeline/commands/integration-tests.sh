#!/usr/bin/env bash
# "Integration tests": what a person would try first, then the source's own, against the public
# address of staging, or against a pod of a service that has none. Runs in the source's folder.
set -euo pipefail
# What is built and tested here has no business with them.
unset GITHUB_TOKEN SNYK_TOKEN
here=$(dirname "${BASH_SOURCE[0]}")
url=${BASE_URL:-$("$here/pipeline.sh" fact --name=public-url --service="$SERVICE" --environment=staging)}
url=${url:-${POD_URL:?}}
rm -f reports/integration.xml
"$here/pipeline.sh" smoke --service="$SERVICE" --url="$url"
npm ci
BASE_URL=$url npm run test:integration
"$here/pipeline.sh" test-rules --report=reports/integration.xml
