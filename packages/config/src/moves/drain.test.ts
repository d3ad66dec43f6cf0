import { exampleMove, sheetsWithNewcomer } from '@bizflow/region-catalog/testing';
import { expect, it } from 'vitest';
import { exampleFleet } from '../../testing/index.ts';
import { placesOf, stages } from './stages.ts';
import { withMoves } from './with-moves.ts';

const commands = (): readonly string[] => {
  const fleet = { ...exampleFleet(), sheets: sheetsWithNewcomer() };
  const move = exampleMove();
  const places = placesOf({ ...fleet, ...withMoves(fleet, [move]) }, move);
  if (places === undefined) throw new RangeError('both ends have a cluster');
  return stages.drain.acts(places).flatMap((act) => act.commands);
};
const at = (words: RegExp): number => commands().findIndex((command) => words.test(command));

it('deletes no set: Kubernetes would collect its Applications, and leave what they brought', () => {
  expect(at(/applicationsets/)).toBeGreaterThanOrEqual(0);
  expect(at(/delete applicationset/)).toBe(-1);
});

it('confirms a deletion after it has begun, by the clock that began it', () => {
  const one = commands()[at(/finalizers/)] ?? '';
  const order = ['patch ', 'delete ', 'deletion-approved', 'deletionTimestamp', 'wait '];
  const found = order.map((word) => one.indexOf(word));
  expect(found.every((place) => place >= 0)).toBe(true);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(one).toContain('--wait=false');
});

it('takes what holds a load balancer or a node once nothing brings it back', () => {
  const [last, stopped] = [at(/finalizers/), at(/scale statefulsets/)];
  expect(stopped).toBeGreaterThan(last);
  expect(at(/delete ingresses\S* --all --all-namespaces/)).toBeGreaterThan(stopped);
  expect(at(/delete nodepools/)).toBeGreaterThan(stopped);
});
