import { own } from '@bizflow/proofs/testing';
import { expect, it } from 'vitest';
import { planThings } from './plan-things.ts';

const [path = '', text = ''] =
  Object.entries(own.manifests).find(([one]) => /networkpolicy-/.test(one)) ?? [];
const { [path]: _, ...others } = own.manifests;
const place = path.split('/').slice(1, 3).join('/');

it('names nothing of a side that stays as it is, or changes in place', () => {
  const nothing = { gone: { places: [], all: [] }, fresh: [] };
  expect(planThings(own, own)).toEqual(nothing);
  const manifests = { ...own.manifests, [path]: `${text}# more\n` };
  expect(planThings(own, { ...own, manifests })).toEqual(nothing);
});

it('has what goes with its contents, and the names of what comes', () => {
  const without = { ...own, manifests: others };
  const { gone, fresh } = planThings(own, without);
  expect(fresh).toEqual([]);
  expect(gone.all).toMatchObject([{ kind: 'NetworkPolicy', at: [0], unlike: [] }]);
  expect(gone.all[0]?.text).toContain('podSelector');
  const back = planThings(without, own);
  expect(back.gone.all).toEqual([]);
  expect(back.fresh).toEqual([[place, 'NetworkPolicy', expect.any(String)]]);
});

it('has resources of Terraform that go', () => {
  const [first, ...rest] = own.plans;
  if (first === undefined) throw new RangeError('no root');
  const [index, resource] =
    [...first.resources.entries()].find(([, { mode }]) => mode === 'managed') ?? [];
  const less = { ...first, resources: first.resources.filter((_, number) => number !== index) };
  const { gone } = planThings(own, { ...own, plans: [less, ...rest] });
  expect(gone.all.map(({ kind }) => kind)).toEqual([resource?.type]);
});
