import { committed } from '@bizflow/config/testing';
import { clusterFolders } from '../fleet/folders.ts';
import { E2eError } from '../harness/e2e-error.ts';

/** One share of traffic and how long it lasts. */
export interface Hold {
  readonly Percent: number;
  readonly Seconds: number;
}

/** What `e2e/tools/judge` reads beside its scenarios. */
export interface Plan {
  readonly Analysis: unknown;
  readonly Service: string;
  readonly Counter: string;
  readonly Holds: readonly Hold[];
}

interface RolloutSpec {
  readonly strategy: { readonly canary: { readonly steps: readonly Step[] } };
}

interface Step {
  readonly setWeight?: number;
  readonly pause?: { readonly duration?: string };
}

/** The rendered judge and holds of the API in one cluster, `<environment>/<region>`. */
export function planOf(id: string): Plan {
  const service = committed.services.find(({ name }) => name === 'api');
  const files = clusterFolders().find((one) => one.id === id)?.files ?? [];
  const inService = files.filter(({ path }) => path.includes('/services/api/'));
  const rollout = inService.find(({ body }) => body.kind === 'Rollout')?.body;
  const judge = inService.find(
    ({ body }) => body.kind === 'AnalysisTemplate' && body.metadata.name.startsWith('error-ratio-'),
  )?.body;
  if (service === undefined || rollout === undefined || judge === undefined) {
    throw new E2eError(`gitops/${id} has no judge of the API: render first`);
  }
  return {
    Analysis: judge.spec,
    Service: service.name,
    Counter: service.failures.attempts,
    Holds: holdsOf(rollout.spec as RolloutSpec),
  };
}

function holdsOf({ strategy }: RolloutSpec): readonly Hold[] {
  let percent = 0;
  return strategy.canary.steps.flatMap(({ setWeight, pause }) => {
    percent = setWeight ?? percent;
    const [, count, unit] = /^(\d+)([ms])$/.exec(String(pause?.duration)) ?? [];
    return count === undefined
      ? []
      : [{ Percent: percent, Seconds: Number(count) * (unit === 'm' ? 60 : 1) }];
  });
}
