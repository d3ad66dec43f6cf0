#!/usr/bin/env bash
# Comments on the pull request of a commit, or rewrites the comment that is there. Runs code of the default branch: the
# commit is fetched and read from Git as data. A commit that no open pull request ends with is passed over.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
found=$("$here/pipeline.sh" pull-request-of --repository="$GITHUB_REPOSITORY" --head="$FORK:$BRANCH" --commit="$COMMIT")
[ -n "$found" ] || { echo "no open pull request ends with $COMMIT"; exit 0; }
read -r number base <<<"$found"
git fetch --quiet origin "refs/pull/$number/head" "$base"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
# Without a plan, such as for facts that are refused, the run itself says why.
said=$(npx nx generate @bizflow/generator:plan --no-interactive --base="origin/$base" --head="$COMMIT" --markdown) || true
sed -n '/^<!-- bizflow-plan -->/,$p' <<<"$said" >"$body"
[ -s "$body" ] || printf '<!-- bizflow-plan -->\nThe plan failed.\n' >"$body"
printf '\n[The run](%s) has the whole plan as an artifact.\n' "$RUN" >>"$body"
"$here/pipeline.sh" comment --repository="$GITHUB_REPOSITORY" --number="$number" --body="$body"
