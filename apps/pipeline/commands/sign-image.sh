#!/usr/bin/env bash
# Signs the pushed image by its digest, if it has SBOM and provenance, with a key that stays in KMS. No public log hears of
# it. Tags never move, so a signature is written once: one that is there already must be ours. Runs in the source's folder.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
registry=${REGISTRY:-$("$here/pipeline.sh" fact --name=registry)}
image="$registry/$("$here/pipeline.sh" fact --name=repository --service="$SERVICE")"
digest=$(cat image.digest)
key=${SIGNING_KEY:-$("$here/pipeline.sh" fact --name=signing-key --signed=images)}
# As admission reads it: a signature under a tag of its own, and none of the services that make a bundle.
form=(--key "$key" --new-bundle-format=false)
[ -z "${INSECURE_REGISTRY:-}" ] || form+=(--allow-http-registry)
"$here/pipeline.sh" evidence-rules --layout=image
if crane digest "$image:${digest/:/-}.sig" >/dev/null 2>&1; then
  echo "sign-image: $image@$digest is signed already"
else
  cosign sign --yes --tlog-upload=false --use-signing-config=false "${form[@]}" "$image@$digest"
fi
cosign verify --insecure-ignore-tlog --output text "${form[@]}" "$image@$digest" >/dev/null
