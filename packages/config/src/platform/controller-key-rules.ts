import { type Problem, problem } from '@bizflow/kernel';
import { metadataCallers } from '../network/metadata-callers.ts';
import { argoCd } from './argo-cd.ts';
import { controllerRequests } from './controller-requests.ts';
import { controllerSettings } from './controller-settings.ts';
import { controllers } from './controllers.ts';

/** Facts that name controllers or their namespaces, from each fact to the name. */
export type Cited = Readonly<Record<string, string>>;

const byKey = (at: string, record: object): Cited =>
  Object.fromEntries(Object.keys(record).map((name) => [`${at}['${name}']`, name]));

const cited = (): Cited => ({
  ...byKey('platform.controllerSettings.replicas', controllerSettings.replicas),
  ...byKey('platform.controllerRequests', controllerRequests),
  ...Object.fromEntries(
    controllers.flatMap(({ after = [] }, index) =>
      after.map((name, place) => [`platform.controllers[${index}].after[${place}]`, name]),
    ),
  ),
});

const inNamespaces = (): Cited =>
  Object.fromEntries(
    metadataCallers.map((name, index) => [`network.metadataCallers[${index}]`, name]),
  );

/** Namespaces that Kubernetes and the operator of Calico make. */
const others: readonly string[] = ['kube-system', 'calico-system'];

/** No fact is about a controller, or a namespace of one, that is not there any more. */
export const controllerKeyRules = (
  names: Cited = cited(),
  namespaces: Cited = inNamespaces(),
): readonly Problem[] => [
  ...unknown(
    names,
    [argoCd.definitions.name, ...controllers.map(({ name }) => name)],
    'a controller of packages/config/src/platform/controllers.ts',
  ),
  ...unknown(
    namespaces,
    [...others, ...controllers.map(({ namespace }) => namespace)],
    'a namespace of a controller',
  ),
];

const unknown = (facts: Cited, known: readonly string[], what: string): readonly Problem[] =>
  Object.entries(facts)
    .filter(([, name]) => !known.includes(name))
    .map(([at, value]) =>
      problem({
        code: 'CONTROLLER_UNKNOWN',
        at,
        value,
        reason: `is not ${what}, so nothing reads it`,
        remedy: `remove it, or use one of ${[...new Set(known)].join(', ')}`,
      }),
    );
