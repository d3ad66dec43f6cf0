#!/usr/bin/env bash
# Plans a pull request in its own checkout: plan.json for the artifact, the summary of the run, and the teams that must
# allow what policy forbids. The command ends with 1 for a forbidden danger and for a failure; only the first has JSON.
set -euo pipefail
plan() { npx nx generate @bizflow/generator:plan --no-interactive --base="$GITHUB_BASE_REF" "$@"; }
said=$(plan --json) || true
grep --max-count=1 '^{' <<<"$said" >plan.json || { echo "$said" >&2; exit 1; }
(plan --markdown || true) | sed -n '/^<!-- bizflow-plan -->/,$p' >>"$GITHUB_STEP_SUMMARY"
owners=$(node -p 'const { forbidden } = JSON.parse(fs.readFileSync("plan.json", "utf8"));
  JSON.stringify([...new Set(forbidden.map(({ owner }) => owner.replace("@bizflow/", "")))].sort())')
echo "owners=$owners" >>"$GITHUB_OUTPUT"
