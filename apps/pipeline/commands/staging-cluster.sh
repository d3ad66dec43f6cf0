#!/usr/bin/env bash
# Points kubectl at staging's cluster, as the role that may read it.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
aws eks update-kubeconfig --alias staging --role-arn "$STAGING_READER_ROLE" \
  --name "$("$here/pipeline.sh" fact --name=cluster --environment=staging)" \
  --region "$("$here/pipeline.sh" fact --name=cluster-region --environment=staging)"
