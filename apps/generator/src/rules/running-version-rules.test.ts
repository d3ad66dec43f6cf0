import { clusters, type Fleet } from '@bizflow/config';
import { committed as fleet } from '@bizflow/config/testing';
import { servicesFolder } from '@bizflow/k8s-manifests';
import { expect, it } from 'vitest';
import { isError, plan } from '../plan.ts';
import { runningVersionRules } from './running-version-rules.ts';

const cluster = clusters(fleet).find(({ region }) => region.regulations.length > 1);
if (cluster === undefined) throw new RangeError('no region under two laws');
const disk = new Map(plan(fleet, {}).files.map(({ path, text }) => [path, text]));
const written = (path: string) => disk.get(path) ?? null;
const label = 'bizflow.io/compliance';

/** The region with its laws in another order, which changes the label of everything in it. */
const renamed: Fleet = {
  ...fleet,
  catalog: {
    ...fleet.catalog,
    [cluster.region.id]: {
      ...fleet.catalog[cluster.region.id],
      regulations: cluster.region.regulations.toReversed(),
    },
  },
};
const places = clusters(fleet).filter(({ region }) => region.id === cluster.region.id);

const problemsOf = (changed: Fleet, read = written) => {
  const { files, problems } = plan(changed, {});
  expect(problems.filter(isError)).toEqual([]);
  return runningVersionRules(changed, files, read);
};

it('finds nothing when nothing changes, and where nothing was rendered yet', () => {
  expect(problemsOf(fleet)).toEqual([]);
  expect(problemsOf(renamed, () => null)).toEqual([]);
  expect(problemsOf(renamed, () => 'spec: {templ')).toEqual([]);
});

it('refuses a change of the laws in one step, for each service that runs under it', () => {
  const found = problemsOf(renamed);
  expect(found).toHaveLength(places.length * fleet.services.length);
  expect(found[0]).toMatchObject({
    code: 'RUNNING_SHUT_OUT',
    at: expect.stringContaining(`${servicesFolder(cluster)}/`),
    value: `${label}: ${cluster.region.regulations.join('.')}`,
  });
});

it('lets it through when the former value is admitted for a time', () => {
  const former = { labels: { [label]: [cluster.region.regulations.join('.')] } };
  const formerValues = Object.fromEntries(places.map(({ id }) => [id, former]));
  expect(problemsOf({ ...renamed, formerValues })).toEqual([]);
});

const deliveredBy = (value: string): Fleet => {
  const accounts = { ...fleet.assigned.accounts, delivery: { value, placeholder: false } };
  return { ...fleet, assigned: { ...fleet.assigned, accounts } };
};

it('refuses another registry in one step, and lets it through in two', () => {
  const [moved, real] = [deliveredBy('210987654321'), deliveredBy('314159265358')];
  const before = new Map(plan(real, {}).files.map(({ path, text }) => [path, text]));
  const read = (path: string) => before.get(path) ?? null;
  const found = problemsOf(moved, read);
  expect(new Set(found.map(({ value }) => value))).toEqual(
    new Set(clusters(real).map(({ registry }) => registry)),
  );
  const formerValues = Object.fromEntries(
    clusters(real).map(({ id, registry }) => [id, { registries: [registry] }]),
  );
  expect(problemsOf({ ...moved, formerValues }, read)).toEqual([]);
});

it('lets the first real account take the place of the example', () => {
  expect(problemsOf(deliveredBy('210987654321'))).toEqual([]);
});

it('looks at the containers that run before the others as well', () => {
  const init = ['$1initContainers:', '$1  - image: example.com/old:1', '$1containers:'];
  const found = problemsOf(fleet, (path) =>
    (written(path) ?? '').replace(/^( +)containers:$/m, init.join('\n')),
  );
  expect(found).toHaveLength(clusters(fleet).length * fleet.services.length);
  expect(new Set(found.map(({ value }) => value))).toEqual(new Set(['example.com']));
});
