#!/usr/bin/env bash
# "Docker build (multi-stage, Graviton-optimized)": one index of all platforms in image/, an OCI
# layout, so that what is scanned is what is pushed. Runs in the source's folder.
set -euo pipefail
# What is built and tested here has no business with them.
unset GITHUB_TOKEN SNYK_TOKEN
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tag=$1
platforms=$("$here/pipeline.sh" fact --name=platforms)
rm -rf image && mkdir image
if ! docker buildx inspect bizflow >/dev/null 2>&1; then
  docker run --privileged --rm tonistiigi/binfmt:qemu-v9.2.2 --install amd64
  docker buildx create --name bizflow --driver docker-container
fi
docker buildx build --builder bizflow --platform "$platforms" \
  --file "$here/../Dockerfile" --provenance=mode=max --sbom=true \
  --build-arg "VERSION=$tag" --build-arg "REVISION=$(git rev-parse HEAD)" \
  --build-arg "PORT=$("$here/pipeline.sh" fact --name=port --service="$SERVICE")" \
  --output type=oci,dest=image/,tar=false .
