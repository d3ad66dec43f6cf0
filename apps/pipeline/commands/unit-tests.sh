#!/usr/bin/env bash
# "Unit tests": the source's own, and the proof that some ran. Runs in the source's folder.
set -euo pipefail
# What is built and tested here has no business with them.
unset GITHUB_TOKEN SNYK_TOKEN
here=$(dirname "${BASH_SOURCE[0]}")
rm -rf reports/unit.xml
npm ci
npm run test:unit
"$here/pipeline.sh" test-rules --report=reports/unit.xml
