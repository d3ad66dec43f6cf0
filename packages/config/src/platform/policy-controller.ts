import { freeze } from '@bizflow/kernel';

/**
 * Sigstore's controller, which refuses images without our signature. This repository renders all of it: its chart
 * would ask about each status of a pod, and read every Secret of the cluster (0085).
 */
export const policyController = freeze({
  name: 'policy-controller',
  // renovate: datasource=github-releases depName=sigstore/policy-controller
  version: 'v0.13.1',
  // renovate: datasource=docker depName=ghcr.io/sigstore/policy-controller/policy-controller
  image: 'ghcr.io/sigstore/policy-controller/policy-controller:v0.13.1',
  /** Of that image, as upstream's chart 0.10.6 pins it. */
  digest: 'sha256:0bcd60beb93f4427c29cf3a669743caf58490e98ded4380c33c09f092734a6ab',
  /** The custom resources it acts on, as `<Kind>.<group>`. */
  serves: ['ClusterImagePolicy.policy.sigstore.dev'],
  /** While none answers no new pod of a service starts. */
  replicas: 2,
  /** What each pod requests, as in its chart; the memory is the limit as well. */
  resources: { cpuMillicores: 100, memoryMi: 512 },
  /** Its logs and an empty home: it writes nothing else. */
  diskMi: 256,
  port: 8443,
  /** User and group of its image. */
  userId: 65_532,
  /** It answers for 45 s after it is told to end (knative.dev/pkg, network.DefaultDrainTimeout). */
  shutdownSeconds: 60,
  /** As in its chart. */
  readiness: { initialDelaySeconds: 5, periodSeconds: 5, failureThreshold: 3 },
  liveness: { initialDelaySeconds: 30, periodSeconds: 5, failureThreshold: 3 },
});
