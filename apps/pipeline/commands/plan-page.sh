#!/usr/bin/env bash
# Plans the pull request of a commit: plan.md for its comment, plan.html for the artifact, and its number as an output.
# Runs code of the default branch: the commit is fetched and read from Git as data. A commit that no open pull request
# ends with is passed over.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
found=$("$here/pipeline.sh" pull-request-of --repository="$GITHUB_REPOSITORY" --head="$FORK:$BRANCH" --commit="$COMMIT")
[ -n "$found" ] || { echo "no open pull request ends with $COMMIT"; exit 0; }
read -r number base <<<"$found"
git fetch --quiet origin "refs/pull/$number/head" "$base"
# Without a plan, such as for facts that are refused, the run itself says why.
said=$(npx nx generate @bizflow/generator:plan --no-interactive --quiet --base="origin/$base" --head="$COMMIT" --markdown --html) || true
sed -n '/^<!-- bizflow-plan -->/,$p' <<<"$said" >plan.md
[ -s plan.md ] || printf '<!-- bizflow-plan -->\nThe plan failed.\n' >plan.md
echo "number=$number" >>"$GITHUB_OUTPUT"
