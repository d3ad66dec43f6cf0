#!/usr/bin/env bash
# "Push to ECR (all regions)": once, to the delivery account's registry; ECR carries it on. Writes the
# digest to image.digest. A tag never moves, so a second build of one source uses what is there.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
tag=$1
registry=${REGISTRY:-$("$here/pipeline.sh" fact --name=registry)}
image="$registry/$("$here/pipeline.sh" fact --name=repository --service="$SERVICE")"
if digest=$(crane digest "$image:$tag" 2>/dev/null); then
  echo "push-image: $image:$tag is there already as $digest"
else
  crane push image/ "$image:$tag"
  digest=$(crane digest "$image:$tag")
fi
[[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "push-image: no digest of $image:$tag" >&2; exit 1; }
echo "$digest" >image.digest
