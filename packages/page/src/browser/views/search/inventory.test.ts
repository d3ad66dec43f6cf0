import { describe, expect, it } from 'vitest';
import { common, type Placed } from '../../../data/common.ts';
import type { PageData } from '../../../data/page-data.ts';
import { wordsOf } from '../../../data/place-words.ts';
import { found, inventoryIn, lineWith } from './inventory.ts';

const places = ['production/here', 'production/there'];

const inventory = (things: readonly Placed[]) => {
  const numbered = places.map((place) => ({ place, words: wordsOf(place, '') }));
  return {
    places: numbered,
    all: common(
      numbered,
      Map.groupBy(things, ({ place }) => place),
    ),
  };
};

const object = (name: string, text = '', place = 'production/here'): Placed => ({
  ...{ kind: 'Service', name: `ns/${name}`, file: `${name}.yaml`, text, place },
});

const resource = (name: string, kind: string): Placed => ({
  kind,
  name,
  file: '',
  text: '',
  place: 'production/here',
});

const fleet = (...things: readonly Placed[]) =>
  ({ things: inventory(things) }) as unknown as PageData['now'];

const names = (things: ReturnType<typeof found>) => things.map(({ name }) => name);

describe('the search', () => {
  const all = inventoryIn({
    now: fleet(
      object('api'),
      object('worker'),
      resource('module.vpc.aws_subnet.private["a.b"]', 'aws_subnet'),
      resource('aws_kms_key.this[0]', 'aws_kms_key'),
    ),
    plan: null,
  });

  it.each([
    ['api', ['ns/api']],
    ['SERVICE worker', ['ns/worker']],
    ['aws_subnet', ['module.vpc.aws_subnet.private["a.b"]']],
    ['api worker', []],
  ])('for %j finds %j', (words, wanted) => {
    expect(names(found(all, words, ''))).toEqual(wanted);
  });

  it('finds everything of a place without a word, and nothing of another place', () => {
    expect(found(all, '  ', 'production/here')).toEqual(all);
    expect(found(all, '', 'staging/there')).toEqual([]);
  });

  it('says what a plan does to each', () => {
    const plan = {
      ...{ gone: inventory([object('gone')]), fresh: [[places[0], 'Service', 'ns/fresh']] },
      files: [{ path: 'gitops/production/here/api.yaml' }],
    } as unknown as NonNullable<PageData['plan']>;
    const now = fleet(object('api'), object('fresh'), object('same'));
    const states = inventoryIn({ now, plan });
    expect(states.map(({ name, state }) => `${name} ${state}`)).toEqual([
      ...['ns/api changed', 'ns/fresh new', 'ns/same ', 'ns/gone gone'],
    ]);
  });
});

describe('the search in contents', () => {
  const text = (region: string, port: number) =>
    `spec:\n  region: ${region}\n  port: ${port}\n  image: Example\n  a: 1\n  b: 2`;
  const all = inventoryIn({
    now: fleet(
      object('api', text('here', 80)),
      object('api', text('there', 81), 'production/there'),
    ),
    plan: null,
  });

  it.each([
    ['image: EXAMPLE', ['here', 'there']],
    ['81', ['there']],
    ['80', ['here']],
    ['api port: 8', ['here', 'there']],
    ['82', []],
  ])('for %j finds %j', (words, wanted) => {
    expect(found(all, words, '').map(({ place }) => place.split('/')[1])).toEqual(wanted);
  });

  it('has first what is called so', () => {
    const things = [object('api', 'sends to worker'), object('worker')];
    expect(names(found(inventoryIn({ now: fleet(...things), plan: null }), 'worker', ''))).toEqual([
      ...['ns/worker', 'ns/api'],
    ]);
  });

  it('shows a part of a long line', () => {
    const long = `policy: ${'a'.repeat(500)} needle ${'b'.repeat(500)}`;
    const [thing] = inventoryIn({ now: fleet(object('api', long)), plan: null });
    if (thing === undefined) throw new RangeError('nothing is there');
    expect(lineWith(thing, 'needle')).toMatch(/^…a+ needle b+…$/);
    expect(lineWith(thing, 'needle')).toHaveLength(162);
  });

  it('shows the line with a word that is in the contents alone', () => {
    const [here] = all;
    if (here === undefined) throw new RangeError('nothing is there');
    expect(lineWith(here, 'api PORT')).toBe('port: 80');
    expect(lineWith(here, 'region:')).toBe('region: here');
    expect(lineWith(here, 'api')).toBeUndefined();
  });
});
