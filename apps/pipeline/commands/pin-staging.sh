#!/usr/bin/env bash
# Pins the pushed image for staging and pushes the commit to the branch that staging's Argo CD reads.
# Runs in the platform's folder. What ECR has not scanned yet is asked again until it has.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tag=$1
branch=$("$here/pipeline.sh" fact --name=branch --environment=staging)
end=$((SECONDS + 60 * ${SCAN_MINUTES:-$("$here/pipeline.sh" fact --name=scan-minutes)}))

pin() {
  npx nx generate @bizflow/generator:pin-images --no-interactive \
    --environment=staging --service="$SERVICE" --tag="$tag" 2>&1 | tee pin.log
}

for attempt in 1 2 3; do
  git fetch --quiet origin "$branch"
  git checkout --quiet -B "$branch" FETCH_HEAD
  until pin; do
    grep -q IMAGE_NOT_SCANNED pin.log && [ "$SECONDS" -lt "$end" ] || exit 1
    sleep "${SCAN_PAUSE:-30}"
  done
  npx nx generate @bizflow/generator:render
  git add images.lock.json gitops terraform
  if git diff --cached --quiet; then
    echo "pin-staging: staging runs $tag already"
    exit 0
  fi
  git commit --quiet --message "build(images): $SERVICE $tag in staging"
  # Another service may have been pinned meanwhile: then all is done again on its commit.
  if git push --quiet origin "$branch"; then exit 0; fi
  echo "pin-staging: push $attempt was refused" >&2
done
exit 1
