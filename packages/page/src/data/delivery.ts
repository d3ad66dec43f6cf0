import { objectIn } from '@bizflow/changes';
import { wavesTo } from '@bizflow/config/release';
import { isObject } from '@bizflow/kernel';
import type { RenderedFleet } from '@bizflow/proofs';
import { alike } from './alike.ts';

/** One step of a canary as Argo Rollouts takes it. */
export type Step =
  | { readonly kind: 'weight'; readonly percent: number }
  /** Minutes; none waits for a person. */
  | { readonly kind: 'pause'; readonly minutes: number | null }
  | { readonly kind: 'analysis'; readonly templates: readonly string[] };

/** How releases of a service go in some clusters: the same steps in each. */
export interface Release {
  readonly service: string;
  readonly places: readonly string[];
  readonly steps: readonly Step[];
}

/** The way of a version through one environment. */
export interface DeliveryPath {
  readonly environment: string;
  readonly branch: string;
  /** The environment that must have proved an image first; none where images are built for it. */
  readonly from: string | null;
  /** Whether a person must approve before the first user. */
  readonly approval: boolean;
  /** The regions in the order in which they get an image; none where all get it at once. */
  readonly waves: readonly (readonly string[])[];
  /** The share of failed requests above which a release is aborted. */
  readonly maxErrorRatio: number;
  readonly releases: readonly Release[];
}

/** Every environment with the canaries that are rendered for it. */
export const deliveryPaths = ({ fleet, manifests }: RenderedFleet): readonly DeliveryPath[] =>
  fleet.environments.map(({ name, branch, approval, canary }) => ({
    ...{ environment: name, branch, approval, maxErrorRatio: canary.maxErrorRatio },
    from: fleet.promotions.find(({ to }) => to === name)?.from ?? null,
    waves: wavesTo(fleet, name),
    releases: releasesIn(name, manifests),
  }));

const releasesIn = (
  environment: string,
  manifests: RenderedFleet['manifests'],
): readonly Release[] => {
  const rollouts = Object.keys(manifests)
    .filter((path) => path.startsWith(`gitops/${environment}/`) && /\/rollout-[^/]+$/.test(path))
    .sort()
    .flatMap((path) => rolloutAt(path, manifests[path] ?? ''));
  return alike(rollouts, ({ service, steps }) => [service, steps]).toSorted((one, other) =>
    one.service < other.service ? -1 : 1,
  );
};

const rolloutAt = (path: string, text: string): readonly Release[] => {
  const object = objectIn(text);
  if (object?.kind !== 'Rollout') return [];
  const steps: unknown = object.spec?.strategy?.canary?.steps;
  return [
    {
      service: object.metadata.name,
      places: [path.split('/').slice(1, 3).join('/')],
      steps: Array.isArray(steps) ? steps.flatMap(stepOf) : [],
    },
  ];
};

const stepOf = (step: unknown): readonly Step[] => {
  if (!isObject(step)) return [];
  const { setWeight, pause, analysis } = step as Readonly<Record<string, unknown>>;
  if (typeof setWeight === 'number') return [{ kind: 'weight', percent: setWeight }];
  if (isObject(pause)) return [{ kind: 'pause', minutes: minutesIn(pause) }];
  return isObject(analysis) ? [{ kind: 'analysis', templates: templatesIn(analysis) }] : [];
};

// Go's duration, of which a render writes minutes, seconds and hours; a bare number is seconds.
const minutesIn = ({ duration }: { readonly duration?: unknown }): number | null => {
  if (duration === undefined) return null;
  const [, number = '0', unit = 's'] = /^(\d+)([smh]?)$/.exec(String(duration)) ?? [];
  return Number(number) * ({ s: 1 / 60, m: 1, h: 60 }[unit] ?? 1 / 60);
};

/** Names without the hash of their content. */
const templatesIn = ({ templates }: { readonly templates?: unknown }): readonly string[] =>
  Array.isArray(templates)
    ? templates.map(({ templateName }) => String(templateName).replace(/-[0-9a-f]{8}$/, ''))
    : [];
