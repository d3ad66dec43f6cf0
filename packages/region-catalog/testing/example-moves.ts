import { settled } from '../src/moves/state-at.ts';
import type { Catalog } from '../src/sheet-of.ts';
import { exampleMove, sheetsWithNewcomer } from './example-move.ts';

/** The example places with the newcomer among them, before any move. */
export const before: Catalog = settled(sheetsWithNewcomer());

/** Those of the west who are not in its country. */
export const euMembers = before['xx-west-1' as keyof Catalog].serves.filter(
  (country) => country !== 'GB',
);

/** A move of each kind that has people or a standby. */
export const replace = exampleMove();
export const evacuate = exampleMove({ id: 'e', kind: 'evacuate', to: 'xx-west-1' });
export const second = exampleMove({
  ...{ id: 's', kind: 'second-region', from: 'xx-west-1', people: euMembers },
});
export const standby = exampleMove({
  ...{ id: 'b', kind: 'standby', from: 'xx-central-1', people: [], data: { by: 'replica' } },
});
