import type { Manifest } from '@bizflow/config';
import type { ClusterFolder } from '../fleet/folders.ts';
import { waveOf } from '../fleet/waves.ts';
import type { ChartsLock, DefinitionFacts, ObjectFacts, RenderedFacts } from './facts.ts';

/** A chart of a cluster: its Application, and what it renders there. */
interface Charted extends RenderedFacts {
  readonly application: Manifest;
}

const chartsOf = ({ id, files }: ClusterFolder, lock: ChartsLock): readonly Charted[] =>
  files
    .filter(({ body }) => body.kind === 'Application' && body.metadata.name in lock)
    .flatMap(({ body }) => {
      const { rendered } = lock[body.metadata.name] ?? { rendered: [] };
      const here = rendered.find(({ clusters }) => clusters.includes(id));
      return here === undefined ? [] : [{ ...here, application: body }];
    });

/** Every kind that a chart renders is defined before: by a chart of an earlier wave, or by Kubernetes itself. */
export function definitionsComeFirst(folder: ClusterFolder, lock: ChartsLock): readonly string[] {
  const charts = chartsOf(folder, lock);
  return charts.flatMap(({ application, definitions, objects }) => {
    const earlier = charts.filter((one) => waveOf(one.application) < waveOf(application));
    const known = [...definitions, ...earlier.flatMap((one) => one.definitions)].map(kindOf);
    return objects
      .filter((object) => isCustom(object) && !known.includes(`${object.kind}.${group(object)}`))
      .map(
        ({ kind, name }) =>
          `${folder.id}: the chart of ${application.metadata.name} renders ${kind} ${name}, and no chart before it brings that definition`,
      );
  });
}

const group = ({ apiVersion }: ObjectFacts): string => apiVersion.split('/')[0] ?? '';

const isCustom = (object: ObjectFacts): boolean =>
  group(object).includes('.') && !group(object).endsWith('.k8s.io');

const kindOf = ({ name, kind }: DefinitionFacts): string =>
  `${kind}${name.slice(name.indexOf('.'))}`;

/**
 * What a chart generates at each rendering stays as first applied: Argo CD ignores every such field of an
 * Application or none would fit the others, and no hook brings one, because hooks are made again at each sync.
 */
export const drawnFieldsStay = (folder: ClusterFolder, lock: ChartsLock): readonly string[] =>
  chartsOf(folder, lock).flatMap(({ application, definitions, objects }) =>
    [...objects, ...definitions.map(asObject)].flatMap((object) =>
      (object.drawn ?? []).flatMap((pointer) => {
        const where = `${folder.id}: ${object.kind} ${object.name} of ${application.metadata.name}`;
        if (object.hook !== undefined) return [`${where} is a hook, and generates ${pointer}`];
        if (isIgnored(application, object, pointer)) return [];
        return [`${where} generates ${pointer}, and Argo CD does not ignore it`];
      }),
    ),
  );

const asObject = ({ name, drawn }: DefinitionFacts): ObjectFacts => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  name,
  ...(drawn && { drawn }),
});

interface Ignored {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
  readonly jsonPointers?: readonly string[];
  readonly jqPathExpressions?: readonly string[];
}

function isIgnored({ spec }: Manifest, object: ObjectFacts, pointer: string): boolean {
  const { ignoreDifferences = [] } = spec as { ignoreDifferences?: readonly Ignored[] };
  const own = object.apiVersion.includes('/') ? group(object) : '';
  const path = pointer.replaceAll(/\/\d+(?=\/|$)/g, '[]').replaceAll('/', '.');
  return ignoreDifferences.some(
    (one) =>
      one.group === own &&
      one.kind === object.kind &&
      (one.name === undefined || one.name === object.name) &&
      ((one.jsonPointers ?? []).some((at) => `${pointer}/`.startsWith(`${at}/`)) ||
        (one.jqPathExpressions ?? []).includes(path)),
  );
}

/** Webhooks that may stop writes of Kubernetes' own kinds when their pods are away, and why. */
const closedOnPurpose: Readonly<Record<string, string | undefined>> = {
  'vingress.elbv2.k8s.aws':
    'an Ingress that its controller would refuse stops its whole group; without its controller none does anything',
};

/**
 * While a webhook's pods are away, what it is asked about and fails closed cannot be written. Of Kubernetes' own
 * kinds that stops the cluster, the webhook's own pods included, unless it asks for labelled objects only.
 */
export const webhooksStopNothing = (folder: ClusterFolder, lock: ChartsLock): readonly string[] =>
  chartsOf(folder, lock).flatMap(({ application, objects }) =>
    objects.flatMap(({ webhooks = [] }) =>
      webhooks
        .filter(
          (one) =>
            one.failurePolicy === 'Fail' &&
            one.namespaceSelector === undefined &&
            one.objectSelector === undefined &&
            one.rules.some(isBuiltIn) &&
            closedOnPurpose[one.name] === undefined,
        )
        .map(
          ({ name }) =>
            `${folder.id}: webhook ${name} of ${application.metadata.name} fails closed for every object of a kind of Kubernetes itself`,
        ),
    ),
  );

const isBuiltIn = (rule: object): boolean =>
  ((rule as { apiGroups?: readonly string[] }).apiGroups ?? []).some(
    (one) => !one.includes('.') || one.endsWith('.k8s.io'),
  );
