#!/usr/bin/env bash
# release.sh TAG: asks for the first wave of production of the image that staging has proved under
# this tag. Runs in the platform's folder.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tag=$1
staging=$("$here/pipeline.sh" fact --name=branch --environment=staging)
production=$("$here/pipeline.sh" fact --name=branch --environment=production)
for branch in "$staging" "$production"; do
  git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch"
done
git checkout --quiet --detach "origin/$production"
pin=$(git show "origin/$staging:images.lock.json" | jq --exit-status --arg s "$SERVICE" '.images.staging[$s]')
[ "$(jq --raw-output .tag <<<"$pin")" = "$tag" ] || {
  echo "release: staging runs $(jq --raw-output .tag <<<"$pin"), not $tag: push develop first" >&2
  exit 1
}
"$here/pipeline.sh" ask-proof --service="$SERVICE" --tag="$tag" --digest="$(jq --raw-output .digest <<<"$pin")"
# Of all that develop holds, this one pin goes to main.
lock=$(jq --arg s "$SERVICE" --argjson pin "$pin" '.images.staging[$s] = $pin' images.lock.json)
echo "$lock" >images.lock.json
"$here/promote.sh"
