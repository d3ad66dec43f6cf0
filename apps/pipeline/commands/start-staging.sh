#!/usr/bin/env bash
# Starts the staging stage of the very source that was built.
set -euo pipefail
aws codebuild start-build --project-name "$STAGING_PROJECT" \
  --source-version "$CODEBUILD_RESOLVED_SOURCE_VERSION" \
  --query 'build.id' --output text
