import type { Fleet } from '@bizflow/config';
import { committed as fleet } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { plan, used } from './plan.ts';

const texts = (of: Fleet): ReadonlyMap<string, string> =>
  new Map(plan(of, {}, used).files.map(({ path, text }) => [path, text]));
const before = texts(fleet);

/** The paths that differ, each place named once. */
const effects = (changed: Fleet): readonly string[] => {
  const after = texts(changed);
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const differing = paths.filter((path) => before.get(path) !== after.get(path));
  return [...new Set(differing.map((path) => path.replace(/(production|staging)\/[^/]+/, '$1')))];
};

it('changes the Rollouts of an environment, and nothing else, with a step of its canary', () => {
  const environments = fleet.environments.map((environment) => {
    const [first, ...rest] = environment.canary.steps;
    if (environment.name !== 'production' || first === undefined) return environment;
    const steps = [{ ...first, percent: first.percent + 1 }, ...rest];
    return { ...environment, canary: { ...environment.canary, steps } };
  });
  expect(effects({ ...fleet, environments })).toEqual(
    fleet.services.map(({ name }) => `gitops/production/services/${name}/rollout-${name}.yaml`),
  );
});

it('changes the AnalysisTemplate and what names it, and nothing else, with the allowed share of errors', () => {
  const environments = fleet.environments.map((environment) => ({
    ...environment,
    canary: { ...environment.canary, maxErrorRatio: environment.canary.maxErrorRatio / 2 },
  }));
  const changed = effects({ ...fleet, environments });
  const judges = changed.filter((path) => /\/analysistemplate-error-ratio-\w+\.yaml$/.test(path));
  const others = changed.filter((path) => !judges.includes(path));
  // An old name goes for each new one; Argo CD keeps the object (docs/decisions/0054).
  expect(judges.length).toBeGreaterThanOrEqual(2 * 2 * fleet.services.length);
  expect(others.toSorted()).toEqual(
    ['production', 'staging']
      .flatMap((place) =>
        fleet.services.map(({ name }) => `gitops/${place}/services/${name}/rollout-${name}.yaml`),
      )
      .toSorted(),
  );
});

it('changes the pods of a service, and what bounds them, with its memory', () => {
  const [first, ...others] = fleet.services;
  if (first === undefined) throw new RangeError('no service');
  const { cpuMillicores, memoryMi } = first.resources;
  const larger = { ...first, resources: { cpuMillicores, memoryMi: memoryMi + 64 } };
  const folders = ['production', 'staging'].map((name) => `gitops/${name}/services/${first.name}`);
  expect(new Set(effects({ ...fleet, services: [larger, ...others] }))).toEqual(
    new Set(
      folders.flatMap((folder) => [
        `${folder}/resourcequota-${first.name}.yaml`,
        `${folder}/limitrange-${first.name}.yaml`,
        `${folder}/rollout-${first.name}.yaml`,
      ]),
    ),
  );
});
