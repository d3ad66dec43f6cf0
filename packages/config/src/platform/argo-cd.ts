import { freeze } from '@bizflow/kernel';

/** How each cluster's own Argo CD is addressed, and what it does automatically. */
export const argoCd = freeze({
  namespace: 'argocd',
  /** One Argo CD per cluster deploys to the cluster it runs in (docs/decisions/0002). */
  destination: 'https://kubernetes.default.svc',
  /** Ahead of its chart, which has no version with the fixes that are needed here (0050). */
  // renovate: datasource=github-releases depName=argoproj/argo-cd
  version: 'v3.6.1',
  /** Its own definitions are those of that version: the chart would bring the ones of its own. */
  definitions: {
    name: 'argo-cd-crds',
    repository: 'https://github.com/argoproj/argo-cd',
    path: 'manifests/crds',
    /** The folder holds a file for kustomize as well. */
    files: '*-crd.yaml',
    /** A person applies them before anything else, as `<Kind>.<group>` (0052). */
    kinds: ['AppProject.argoproj.io', 'Application.argoproj.io', 'ApplicationSet.argoproj.io'],
  },
  /** Who Argo CD is to the API server: what is applied under this name is its own from the start. */
  fieldManager: 'argocd-controller',
  /** How a sync that fails is tried again, and how often for a chart; our decision (0050). */
  syncRetry: { chartTries: 10, firstSeconds: 10, factor: 2, mostMinutes: 3 },
  /**
   * How long after a sync the next one may heal. What Argo CD knows of a cluster lags behind while definitions
   * arrive; healing at once applies a chart's certificate again, and not all of it (0051).
   */
  healsAfterSeconds: 120,
  /** Synced revisions that an Application can go back to; Argo CD's own default. */
  revisionHistoryLimit: 10,
});
