import { clusters, fleet } from '@bizflow/config';
import { stages } from '@bizflow/config/moves';
import { exampleMove } from '@bizflow/region-catalog/testing';
import { expect, it } from 'vitest';
import { dashboardsOf } from './observability.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const places = clusters(facts).filter(({ environment }) => environment.sites === 'catalog');
const made = new Set(places.flatMap((place) => Object.keys(dashboardsOf(place, facts))));

const namedTowards = (to: (typeof places)[number]): readonly string[] => {
  const from = places.find((one) => one !== to) ?? to;
  return Object.values(stages)
    .flatMap(({ acts, waits }) => {
      const ends = { move: exampleMove({}), fleet: facts, from, to };
      return [
        ...acts(ends).flatMap(({ commands }) => commands),
        ...waits(ends).map(({ command }) => command ?? ''),
      ];
    })
    .flatMap((command) =>
      [...command.matchAll(/--dashboard-name (\S+)/g)].map(([, name = '']) => name),
    );
};

it.each(places)('makes every dashboard that the page of a move to $name asks for', (to) => {
  const named = namedTowards(to);
  expect(named).not.toEqual([]);
  expect(named.filter((name) => !made.has(name))).toEqual([]);
});
