#!/usr/bin/env bash
# Commits the next wave of a promotion on its own branch and opens a pull request, which is the
# approval. Runs in the platform's folder, on the commit to start from.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
base=$("$here/pipeline.sh" fact --name=branch --environment=production)
said=$(npx nx generate @bizflow/generator:promote --no-interactive \
  --service="$SERVICE" --from=staging --to=production 2>&1) || { echo "$said" >&2; exit 1; }
echo "$said"
wave=$(sed -n 's/^.*wave \([0-9]*\) of .*$/\1/p' <<<"$said" | head -1)
summary=$(sed -n 's/^.*\(wave [0-9]* of .*\)$/\1/p' <<<"$said" | head -1)
[ -n "$wave" ] || { echo 'promote: no wave was moved' >&2; exit 1; }
npx nx generate @bizflow/generator:render
tag=$("$here/pipeline.sh" fact --name=pinned-tag --service="$SERVICE" --environment=staging)
branch="promote/$SERVICE-$tag-wave-$wave"
git checkout --quiet -B "$branch"
git add images.lock.json gitops terraform
git commit --quiet --message "build(images): $SERVICE $tag, wave $wave of production"
git push --quiet --force origin "$branch"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
cat >"$body" <<TEXT
$summary

The image has passed staging: integration tests, performance tests and DAST. **Merging this is the
approval**; the canary then waits for a \`resume\` in each region before its first user.
To go back, revert the merge (docs/decisions/0012, 0018).
TEXT
"$here/pipeline.sh" pull-request --head="$branch" --base="$base" --body="$body" \
  --repository="${PLATFORM_REPOSITORY:-$("$here/pipeline.sh" fact --name=platform-repository)}" \
  --title="Promote $SERVICE $tag: wave $wave of production"
