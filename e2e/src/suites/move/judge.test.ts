import { describe, expect, it } from 'vitest';
import { idle, north, sight } from './example-sights.ts';
import { lost, outlives, stopped, traces, unlike } from './judge.ts';

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

describe('a cluster', () => {
  it('that is destroyed before it is drained leaves load balancers and services behind', () => {
    expect(outlives(sight(north))).toEqual([
      `${north}: the load balancer of bizflow-api/api outlives the cluster`,
      `${north}: bizflow-api/api runs in a cluster that is to be destroyed`,
    ]);
    expect(outlives(sight(north, idle))).toEqual([]);
  });

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
