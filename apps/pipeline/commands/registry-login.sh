#!/usr/bin/env bash
# Signs in to the registry that images are pushed to.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
aws ecr get-login-password --region "$("$here/pipeline.sh" fact --name=region)" |
  crane auth login --username AWS --password-stdin "$("$here/pipeline.sh" fact --name=registry)"
