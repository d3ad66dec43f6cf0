import type { Api, Live } from '../../harness/api.ts';
import { type Definition, define } from '../../harness/definitions.ts';
import { addNodes } from '../../harness/nodes.ts';
import { certify } from './certify.ts';

/** A controller that does not run here, and what the suite does in its place. */
export interface Played {
  /** `<namespace>/<Deployment>`: it does nothing before that is ready. */
  readonly workload: string;
  readonly does: string;
  step(api: Api): Promise<void>;
}

/** The controllers whose part is played in a region; no status but theirs is written. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a table of controllers, each with the same fields
export const played = (region: string, definitions: readonly Definition[]): readonly Played[] => [
  {
    workload: 'ack-system/ack-wafv2-wafv2-chart',
    does: 'WebACL: ACK.ResourceSynced',
    step: (api) =>
      each(api, 'wafv2.services.k8s.aws/v1alpha1', ['WebACL'], ({ metadata }) => ({
        ackResourceMetadata: {
          arn: `arn:aws:wafv2:${region}:111122223333:regional/webacl/${metadata.name}/1`,
          ownerAccountID: '111122223333',
          region,
        },
        conditions: [{ type: 'ACK.ResourceSynced', status: 'True' }],
      })),
  },
  {
    workload: 'external-secrets/external-secrets',
    does: 'stores and secrets: Ready',
    step: (api) =>
      each(
        api,
        'external-secrets.io/v1',
        ['ClusterSecretStore', 'SecretStore', 'ExternalSecret'],
        () => ready,
      ),
  },
  {
    workload: 'external-secrets/external-secrets-cert-controller',
    does: 'the certificate of its webhook, and the caBundle in its configurations',
    step: certify,
  },
  {
    workload: 'aws-load-balancer-controller/aws-load-balancer-controller',
    does: 'Ingress: its load balancer',
    step: (api) =>
      each(api, 'networking.k8s.io/v1', ['Ingress'], ({ metadata }) => ({
        loadBalancer: { ingress: [{ hostname: `${metadata.name}.elb.example.com` }] },
      })),
  },
  {
    workload: 'karpenter/karpenter',
    does: 'node classes and pools: Ready; three nodes for each pool',
    step: async (api) => {
      await each(api, 'karpenter.k8s.aws/v1', ['EC2NodeClass'], () => ready);
      await each(api, 'karpenter.sh/v1', ['NodePool'], () => ready);
      for (const pool of await api.all('karpenter.sh/v1', 'NodePool'))
        await provision(api, pool, region);
    },
  },
  {
    workload: 'tigera-operator/tigera-operator',
    does: 'Calico itself: it serves projectcalico.org',
    step: async (api) => {
      const asked = await api.all('operator.tigera.io/v1', 'APIServer');
      if (asked.length === 0 || (await api.all('projectcalico.org/v3', 'Tier')).length > 0) return;
      await define(
        api,
        definitions.filter(({ project }) => project === 'projectcalico/calico'),
      );
    },
  },
  {
    workload: 'opentelemetry-operator/opentelemetry-operator',
    does: 'OpenTelemetryCollector: its replicas are ready',
    step: (api) =>
      each(
        api,
        'opentelemetry.io/v1beta1',
        ['OpenTelemetryCollector'],
        ({ spec: { replicas = 1 } }) => ({
          scale: { replicas, statusReplicas: `${replicas}/${replicas}` },
        }),
      ),
  },
];

const ready = {
  conditions: [
    {
      ...{ type: 'Ready', status: 'True', reason: 'Played', message: 'played' },
      lastTransitionTime: '2026-01-01T00:00:00Z',
    },
  ],
};

// A status that is written again and again wakes up every watcher.
async function each(
  api: Api,
  apiVersion: string,
  kinds: readonly string[],
  status: (object: Live) => object,
): Promise<void> {
  for (const kind of kinds) {
    for (const object of await api.all(apiVersion, kind)) {
      if (object.status?.conditions !== undefined || object.status?.scale !== undefined) continue;
      if (object.status?.loadBalancer?.ingress !== undefined) continue;
      await api.merge(object, { status: status(object) }, 'status');
    }
  }
}

async function provision(api: Api, { metadata, spec }: Live, region: string): Promise<void> {
  const there = (await api.all('v1', 'Node')).some(
    (node) => node.metadata.labels?.['bizflow.io/pool'] === metadata.name,
  );
  if (there) return;
  for (const node of await addNodes(api, region, metadata.name)) {
    const taints = spec.template.spec.taints;
    if (taints !== undefined) await api.merge(node, { spec: { taints } });
  }
}
