#!/usr/bin/env bash
# Prints the tag of the source in this folder: its version, and what Git calls its content. A merge
# of develop into main has the content of develop, so it has the tag that staging has proved.
set -euo pipefail
[ -z "$(git status --porcelain --untracked-files=no)" ] || { echo 'source-tag: the source is changed' >&2; exit 1; }
version=$(node --print 'require("./package.json").version')
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "source-tag: version $version is not x.y.z" >&2; exit 1; }
tree=$(git rev-parse 'HEAD^{tree}')
echo "$version-${tree:0:12}"
