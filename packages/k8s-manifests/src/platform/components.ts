import type { Cluster, Fleet, Manifest } from '@bizflow/config';
import { argoCd } from '@bizflow/config/platform';
import { collectors } from '@bizflow/config/tracing';
import { secretStore } from '../secret-store.ts';
import { admission } from './admission.ts';
import { compute } from './compute.ts';
import { fargateLogging, loggingNamespace } from './fargate-logging.ts';
import { isolation } from './isolation.ts';
import { loadBalancing } from './load-balancing.ts';
import { notificationSecrets } from './notifications.ts';
import { pipelineRights } from './pipeline-rights.ts';
import { telemetry } from './telemetry.ts';

/** A folder of the platform that this repository renders, pulled by an Application of its own. */
export interface Component {
  readonly name: string;
  readonly namespace: string;
  /** After every controller whose custom resources it holds. */
  readonly wave: number;
  readonly manifests: (cluster: Cluster, fleet: Fleet) => readonly Manifest[];
}

/** Those of every cluster, in the order of their waves. */
export const components: readonly Component[] = [
  { name: 'isolation', namespace: 'tigera-operator', wave: -8, manifests: isolation },
  { name: 'admission', namespace: 'kube-system', wave: -8, manifests: admission },
  { name: 'compute', namespace: 'karpenter', wave: -6, manifests: compute },
  { name: 'fargate-logging', namespace: loggingNamespace, wave: -6, manifests: fargateLogging },
  {
    name: 'secret-store',
    namespace: 'external-secrets',
    wave: -5,
    manifests: (cluster) => [secretStore(cluster)],
  },
  {
    name: 'notifications',
    namespace: 'argo-rollouts',
    wave: -4,
    manifests: notificationSecrets,
  },
  // Its one file comes from waf-rules: renderers never know each other.
  { name: 'waf', namespace: 'ack-system', wave: -4, manifests: () => [] },
  {
    name: 'load-balancing',
    namespace: 'aws-load-balancer-controller',
    wave: -3,
    manifests: loadBalancing,
  },
  { name: 'telemetry', namespace: collectors.namespace, wave: -4, manifests: telemetry },
];

/** Rights in the namespaces that services bring themselves, so that it comes after them. */
const pipelineAccess: Component = {
  name: 'pipeline-access',
  namespace: argoCd.namespace,
  wave: 10,
  manifests: pipelineRights,
};

/** The components of a cluster: the pipeline looks at none where a release waits for a person. */
export const componentsOf = ({ environment }: Cluster): readonly Component[] =>
  environment.approval ? components : [...components, pipelineAccess];
