#!/usr/bin/env bash
# Points kubectl at staging's cluster, as the role that may look at it. By a profile: given a role,
# update-kubeconfig still looks for the cluster as the caller, and get-token knows no external ID.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
aws configure set role_arn "$STAGING_READER_ROLE" --profile staging
aws configure set external_id "$STAGING_EXTERNAL_ID" --profile staging
# Where CodeBuild keeps the credentials of the project's own role.
aws configure set credential_source EcsContainer --profile staging
aws eks update-kubeconfig --profile staging --alias staging \
  --name "$("$here/pipeline.sh" fact --name=cluster --environment=staging)" \
  --region "$("$here/pipeline.sh" fact --name=cluster-region --environment=staging)"
