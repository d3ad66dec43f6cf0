/** The Helm that Argo CD's image contains (argo-cd, hack/tool-versions.sh at its tag): inventories are rendered by the same one. */
// renovate: datasource=github-releases depName=helm/helm extractVersion=^v(?<version>.+)$
export const helmVersion = '4.3.1';
