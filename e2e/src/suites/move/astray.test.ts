import { describe, expect, it } from 'vitest';
import { astray, type Moment } from './astray.ts';
import { hosts, idle, north, sight, south } from './example-sights.ts';

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

describe('a step that is pulled too early', () => {
  it('drain, before people have moved, leaves them without an answer', () => {
    const drained = [sight(north, idle), sight(south)];
    expect(astray(moment({ sights: drained }))).toEqual([
      'AA and 1 other countries: they are led to north.alb.example, where nothing answers',
    ]);
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
