#!/usr/bin/env bash
# The tools of the build that CodeBuild's image lacks, at exact versions: Go checks its modules
# against its checksum database, npm what it installs against the registry's integrity.
set -euo pipefail
GOEXPERIMENT=jsonv2 GOBIN=/usr/local/bin go install github.com/aquasecurity/trivy/cmd/trivy@v0.74.0
GOBIN=/usr/local/bin go install github.com/google/go-containerregistry/cmd/crane@v0.22.1
GOBIN=/usr/local/bin go install github.com/sigstore/cosign/v3/cmd/cosign@v3.1.3
npm install --global snyk@1.1307.4
