import { describe, expect, it } from 'vitest';
import { astray, lost, type Moment, outlives, stopped, traces, unlike } from './judge.ts';
import type { Sight } from './sight.ts';

const [north, south] = ['production/north', 'production/south'];
const hosts = { [north]: 'north.alb.example', [south]: 'south.alb.example' };

const sight = (id: string, part: Partial<Sight> = {}): Sight => ({
  ...{ id, keeps: { 'Namespace bizflow-api': '1' }, runs: ['bizflow-api/api'] },
  ...{ answers: [hosts[id] ?? ''], balancers: ['bizflow-api/api'] },
  ...part,
});
const idle = { runs: [], answers: [], balancers: [] };

const answers = (up: Readonly<Record<string, string>>) =>
  Object.entries(up).map(([country, one]) => ({
    ...{ environment: 'production', host: 'api.example', country, up: one },
  }));
const before = answers({
  AA: 'north.alb.example',
  BB: 'north.alb.example',
  CC: 'east.alb.example',
});
const moment = (part: Partial<Moment>): Moment => ({
  ...{
    answers: before,
    before,
    sights: [sight(north), sight(south)],
    hosts,
    ends: [north, south],
    mayWait: null,
  },
  ...part,
});

describe('objects that hold data', () => {
  const claim = 'PersistentVolumeClaim bizflow-api/files';
  const was = sight(north, { keeps: { 'Namespace bizflow-api': '1', [claim]: '2' } });

  it('are missed, also where another one has the name', () => {
    expect(lost(was, was)).toEqual([]);
    expect(lost(was, sight(north))).toEqual([`${north}: ${claim} is gone`]);
    const again = sight(north, { keeps: { 'Namespace bizflow-api': '3', [claim]: '2' } });
    expect(lost(was, again)).toEqual([`${north}: Namespace bizflow-api is another one`]);
  });

  it('may go with the services that a person takes away, and no others', () => {
    const services = (object: string) => object.endsWith('/files');
    expect(lost(was, sight(north), services)).toEqual([]);
    expect(lost(was, sight(north, { keeps: {} }), services)).toHaveLength(1);
  });
});

describe('a step that is pulled too early', () => {
  it('drain, before people have moved, leaves them without an answer', () => {
    const drained = [sight(north, idle), sight(south)];
    expect(astray(moment({ sights: drained }))).toEqual([
      'AA and 1 other countries: they are led to north.alb.example, where nothing answers',
    ]);
  });

  it('destroy, before drain, leaves load balancers and services behind', () => {
    expect(outlives(sight(north))).toEqual([
      `${north}: the load balancer of bizflow-api/api outlives the cluster`,
      `${north}: bizflow-api/api runs in a cluster that is to be destroyed`,
    ]);
    expect(outlives(sight(north, idle))).toEqual([]);
  });

  it('destroy, before people have moved, is seen when the cluster is gone', () => {
    expect(astray(moment({ sights: [sight(south)] }))).toEqual([
      'AA and 1 other countries: they are led to north.alb.example, where nothing answers',
    ]);
  });

  it('move-people, before the new services run, leads people to what does not answer', () => {
    const moved = answers({ AA: 'south.alb.example' });
    expect(astray(moment({ answers: moved, sights: [sight(north), sight(south, idle)] }))).toEqual([
      'AA: they are led to south.alb.example, where nothing answers',
    ]);
  });
});

describe('people', () => {
  it('are answered where DNS leads them, and by one cluster alone', () => {
    expect(astray(moment({}))).toEqual([]);
    const both = sight(south, { answers: ['north.alb.example', 'south.alb.example'] });
    expect(astray(moment({ sights: [sight(north), both] }))).toEqual([
      `AA and 1 other countries: north.alb.example is answered by ${north} and ${south}`,
    ]);
  });

  it('see the page while their data changes its place, and while the old region can still answer', () => {
    const page = answers({ AA: 'the page', BB: 'the page', CC: 'east.alb.example' });
    const held = { answers: page, mayWait: 'north.alb.example' };
    expect(astray(moment(held))).toEqual([]);
    expect(astray(moment({ answers: page }))).toEqual([
      'AA and 1 other countries: they see the page',
    ]);
    expect(astray(moment({ ...held, sights: [sight(north, idle), sight(south)] }))).toHaveLength(1);
    const others = answers({ CC: 'the page' });
    expect(astray(moment({ ...held, answers: others }))).toEqual(['CC: they see the page']);
  });

  it('of other regions stay where they are', () => {
    expect(astray(moment({ answers: answers({ CC: 'west.alb.example' }) }))).toEqual([
      'CC: they are led to west.alb.example, which is not part of the move',
    ]);
    expect(astray(moment({ answers: answers({ AA: 'no answer' }) }))).toHaveLength(1);
  });
});

describe('a cluster', () => {
  it('runs and answers what its folder says, and no more', () => {
    const wanted = { runs: ['bizflow-api/api'], answers: ['north.alb.example'] };
    expect(unlike(sight(north), wanted)).toEqual([]);
    expect(unlike(sight(north, idle), wanted)).toHaveLength(2);
    expect(unlike(sight(north), { runs: [], answers: [] })).toEqual([
      `${north}: bizflow-api/api still runs`,
      `${north}: north.alb.example is still answered`,
    ]);
  });

  it('is seen to end something that a pull should not end', () => {
    expect(stopped(sight(north), sight(north))).toEqual([]);
    expect(stopped(sight(north), sight(north, idle))).toEqual([
      `${north}: bizflow-api/api runs no longer`,
      `${north}: north.alb.example is answered no longer`,
    ]);
  });
});

it('finds what is left of a region, and not of one whose name only begins alike', () => {
  const files = {
    'gitops/production/xx-north-1/a.yaml': 'a',
    'gitops/production/xx-south-1/b.yaml': 'a\nregion: xx-north-1a',
    'gitops/production/xx-south-1/c.yaml': 'to: xx-north-12\nfrom: axx-north-1',
  };
  expect(traces(files, 'xx-north-1')).toEqual([
    'gitops/production/xx-north-1/a.yaml is left',
    'gitops/production/xx-south-1/b.yaml:2 names xx-north-1',
  ]);
});
