#!/usr/bin/env bash
# Lets Git push to GitHub as the pipeline: the token stays in the environment, never on disk.
set -euo pipefail
: "${GITHUB_TOKEN:?}"
git config user.name 'BizFlow pipeline'
git config user.email 'pipeline@bizflow.app'
# shellcheck disable=SC2016 # the token is read when Git asks, not now
git config credential.helper '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
