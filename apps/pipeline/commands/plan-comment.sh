#!/usr/bin/env bash
# Comments plan.md on a pull request, or rewrites the comment that is there, with links to the run and to the page.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
body=$(mktemp)
trap 'rm -f "$body"' EXIT
cp plan.md "$body"
[ -z "$PAGE" ] || printf '\n[Before and after side by side](%s), as a page.\n' "$PAGE" >>"$body"
printf '\n[The run](%s) has the whole plan as an artifact.\n' "$RUN" >>"$body"
"$here/pipeline.sh" comment --repository="$GITHUB_REPOSITORY" --number="$NUMBER" --body="$body"
