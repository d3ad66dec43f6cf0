import { describe, expect, it } from 'vitest';
import type { PageData } from '../../../data/page-data.ts';
import { found, inventoryOf } from './inventory.ts';

const fleet = (objects: readonly string[], resources: readonly string[] = []) =>
  ({
    things: [
      {
        place: 'production/here',
        objects: objects.map((name) => ['Service', `ns/${name}`, `gitops/${name}.yaml`]),
        resources,
      },
    ],
  }) as unknown as PageData['now'];

describe('the search', () => {
  const all = inventoryOf({
    now: fleet(['api', 'worker'], ['module.vpc.aws_subnet.private["a.b"]', 'aws_kms_key.this[0]']),
    plan: null,
  });

  it.each([
    ['api', ['ns/api']],
    ['SERVICE worker', ['ns/worker']],
    ['aws_subnet', ['module.vpc.aws_subnet.private["a.b"]']],
    ['api worker', []],
  ])('for %j finds %j', (words, names) => {
    expect(found(all, words, '').map(({ name }) => name)).toEqual(names);
  });

  it('finds everything of a place without a word, and nothing of another place', () => {
    expect(found(all, '  ', 'production/here')).toEqual(all);
    expect(found(all, '', 'staging/there')).toEqual([]);
  });

  it('names the type of a resource', () => {
    expect(all.map(({ kind }) => kind)).toEqual([
      ...['Service', 'Service', 'aws_subnet', 'aws_kms_key'],
    ]);
  });

  it('says what a plan does to each', () => {
    const plan = {
      before: fleet(['api', 'gone', 'same']),
      files: [{ path: 'gitops/api.yaml' }],
    } as unknown as NonNullable<PageData['plan']>;
    const states = inventoryOf({ now: fleet(['api', 'fresh', 'same']), plan });
    expect(states.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['ns/api changed', 'ns/fresh new', 'ns/same ', 'ns/gone gone'],
    ]);
  });
});
