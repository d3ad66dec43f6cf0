import { expect, it } from 'vitest';
import { adequacy } from './adequacy.ts';
import { eeaMembers, euTerritories } from './areas.ts';
import { catalog } from './catalog.ts';
import { countryCodes, euMembers } from './countries.ts';
import { exceptions } from './moves/allowed.ts';
import { neighbours } from './neighbours.ts';
import { regionIds } from './region-ids.ts';
import { regulations } from './regulations.ts';

/** Every object that can be reached. */
const within = (value: object): object[] => [
  value,
  ...Object.values(value).flatMap((member) =>
    typeof member === 'object' && member !== null ? within(member) : [],
  ),
];

it('is frozen to its depth, so that no importer can change what another reads', () => {
  const more = { adequacy, eeaMembers, euTerritories, neighbours };
  const all = { catalog, exceptions, regulations, regionIds, countryCodes, euMembers, ...more };
  for (const value of Object.values(all).flatMap(within)) {
    expect(Object.isFrozen(value)).toBe(true);
    for (const key of Object.keys(value)) {
      expect(() => Object.assign(value, { [key]: 'changed' })).toThrow(TypeError);
    }
    expect(() => Object.assign(value, { added: true })).toThrow(TypeError);
  }
});
