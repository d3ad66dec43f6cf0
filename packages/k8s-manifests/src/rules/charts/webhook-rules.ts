import type { WebhookFacts } from '@bizflow/config/charts';
import { matchesLabels, type Problem, problem, unless } from '@bizflow/kernel';
import { isCustom } from '../kinds.ts';
import { type ClusterObjects, groupOf } from '../objects.ts';
import { applied, type Charted, chartsOf } from './charted.ts';
import { closedIn } from './closed-webhook-rules.ts';
import { namespaceLabels } from './pod-rules.ts';

/** What a pod needs before it runs, in the words of webhook rules. */
const needed = [
  ...['configmaps', 'daemonsets', 'deployments', 'endpoints', 'endpointslices', 'jobs', 'leases'],
  ...['namespaces', 'nodes', 'pods', 'pods/binding', 'replicasets', 'secrets', 'serviceaccounts'],
  ...['services', 'statefulsets', '*', '*/*'],
];

const builtIn = (group: string): boolean => !isCustom(group);

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
}

const asksAbout = (
  { rules }: WebhookFacts,
  group: (name: string) => boolean,
  kinds: readonly string[],
) =>
  (rules as readonly Rule[]).some(
    ({ apiGroups = [], resources = [] }) =>
      apiGroups.some((one) => one === '*' || group(one)) &&
      resources.some((one) => kinds.includes(one)),
  );

/**
 * No webhook that fails closed is asked about what brings it up: pods of the platform and what they need, and
 * objects of its own chart or of charts that come no later.
 */
export const webhooksCanStart = (objects: ClusterObjects): readonly Problem[] => {
  const namespaces = [...namespaceLabels(objects), ['kube-system', {}] as const];
  const pods = chartsOf(objects).flatMap((chart) => applied(chart).flatMap(({ pod }) => pod ?? []));
  return closedIn(objects).flatMap(({ chart, at, webhook }) => {
    const asked = namespaces
      .filter(([, labels]) => matchesLabels(webhook.namespaceSelector ?? {}, labels))
      .map(([name]) => name);
    const selected = pods.some(({ labels = {} }) =>
      matchesLabels(webhook.objectSelector ?? {}, labels),
    );
    const stops = asksAbout(webhook, builtIn, needed) && asked.length > 0 && selected;
    return [
      ...unless(!stops, {
        code: 'WEBHOOK_BOOTSTRAP',
        at,
        value: `asked in ${asked.join(', ')}`,
        reason:
          'fails closed for objects that pods need to start, so that its own pods could not start again',
        remedy:
          'turn it off in controller-values.ts, or give it a selector that leaves those pods out',
      }),
      ...ownObjects(objects, chart, webhook).map((place) =>
        problem({
          code: 'WEBHOOK_OWN_OBJECT',
          at,
          value: place,
          reason:
            'is an object that this webhook must admit, and that is applied before its pods run',
          remedy: 'render that object in a later wave, from a component of ours',
        }),
      ),
    ];
  });
};

/** Custom resources that are applied with or before a webhook's pods, and that it is asked about. */
const ownObjects = (objects: ClusterObjects, own: Charted, webhook: WebhookFacts) => {
  const charts = chartsOf(objects).filter(({ wave }) => wave <= own.wave);
  const resources = (kind: string): readonly string[] => [
    ...charts
      .flatMap(({ definitions }) => definitions)
      .filter((definition) => definition.kind === kind)
      .map(({ name }) => name.split('.')[0] ?? ''),
    '*',
  ];
  return charts
    .flatMap(applied)
    .filter((object) => isCustom(groupOf(object)))
    .filter(({ kind, apiVersion }) =>
      asksAbout(webhook, (group) => group === groupOf({ apiVersion }), resources(kind)),
    )
    .map(({ kind, name }) => `${kind} ${name}`);
};
