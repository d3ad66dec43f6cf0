import { hash } from 'node:crypto';
import type { PageData } from '../../src/data/page-data.ts';
import { html } from '../../src/html.ts';

/** Names that must be shown as text, and change nothing around them. */
export const hostileNames = [
  '</script><script>window.owned = 1</script>',
  '<img src=x onerror="window.owned = 2">',
  '{{constructor.constructor("window.owned = 3")()}}',
  'javascript:window.owned=4',
  '\u202eexe.gnp\u2066\u200f',
  '<!-- <script>',
  'ملف من اليمين',
  'x'.repeat(300),
  'https://example.com/"><iframe src=//example.com>',
] as const;

/** A page with the script, the style and the fleet of another one. */
export interface Read {
  readonly data: PageData;
  readonly script: string;
  readonly style: string;
}

/** Takes a page apart, as a browser does. */
export const readPage = (text: string): Read => {
  const between = (open: string, close: string): string =>
    text.split(open)[1]?.split(close)[0] ?? '';
  return {
    data: JSON.parse(between('id="data">', '</script>')),
    script: between('<script>', '</script>'),
    style: between('<style>', '</style>'),
  };
};

/** The page of a plan in which everything that a change may name is called by a hostile name. */
export function hostilePlan({ data, script, style }: Read): string {
  const { now } = data;
  const [long = '', ...others] = hostileNames.toReversed();
  const effects = hostileNames.map((name, index) => ({
    ...{ rule: 'dangers/immutable', to: name, does: `is called ${name}`, places: [name] },
    ...{ before: name, after: others[index % others.length] ?? long, count: 1 },
    at: `gitops/production/${name}/a.yaml#/metadata/name`,
  }));
  const files = hostileNames.map((name) => ({
    path: `gitops/production/${name}/a.yaml`,
    hunks: [{ before: 1, after: 1, lines: [` ${name}`, `-name: ${name}`, `+name: ${long}`] }],
    left: 3,
  }));
  const facts = hostileNames.map((name) => ({ at: name, path: name, before: name, after: long }));
  const report = {
    ...{ base: hostileNames[0], notes: [...hostileNames] },
    verdict: ['FORBIDDEN: 1 danger', ...hostileNames.map((name) => `people: ${name}`)],
    forbidden: [{ ...effects[0], place: '', owner: '@bizflow/platform' }],
    byKind: [{ kind: 'dangers', effects }],
    causes: { facts, code: [...hostileNames] },
  };
  const things = hostileNames.map((name, number) => ({
    ...{ kind: name, name, file: `${name}.yaml`, text: name, unlike: [] },
    at: [now.things.places.length + number],
  }));
  const places = hostileNames.map((place) => ({ place, words: {} }));
  const after = {
    ...now,
    things: {
      places: [...now.things.places, ...places],
      all: [...things, ...now.things.all],
    },
    borders: now.borders.map((one) => ({ ...one, bases: [...hostileNames] })),
    paths: now.paths.map((one) => ({ ...one, environment: hostileNames[1], branch: long })),
    money: { ...now.money, byUse: [...hostileNames] },
    networks: now.networks.map((one) => ({ ...one, place: long })),
  };
  const plan = {
    title: `plan ${hostileNames[0]}`,
    root: null,
    now: after,
    plan: { before: now, gone: { places: [], all: [] }, fresh: [], report, files },
  };
  return html(plan as unknown as PageData, {
    script,
    style,
    digest: (text) => `sha256-${hash('sha256', text, 'base64')}`,
  });
}
