import { type Problem, unless } from '@bizflow/kernel';
import { knownRegion } from '../aws/place-rules.ts';
import type { Fleet } from '../fleet/fleet.ts';

/**
 * A region is destroyed when nothing is left of it, once: a render takes the Terraform roots of these away, and with
 * them the way to destroy what they hold.
 */
export const destroyedRules = ({
  destroyed,
  sheets,
  aws,
}: Pick<Fleet, 'destroyed' | 'sheets' | 'aws'>): readonly Problem[] =>
  destroyed.flatMap(({ region }, index) => {
    const fact = { at: `destroyed[${index}].region`, value: region };
    const first = destroyed.findIndex((one) => one.region === region);
    return [
      ...unless(!Object.hasOwn(sheets, region), {
        ...{ code: 'DESTROYED_STANDS', ...fact },
        reason: 'has a fact sheet: its data is there, and its roots would lose their protection',
        remedy: `remove it here; a region ends by a move: npx nx generate @bizflow/generator:retire-region ${region}`,
      }),
      ...unless(knownRegion(aws, region) !== undefined, {
        ...{ code: 'DESTROYED_UNKNOWN', ...fact },
        reason: 'is not a region of AWS that could have been destroyed',
        remedy: 'write the id of the region, as its fact sheet had it',
      }),
      ...unless(first === index, {
        ...{ code: 'DESTROYED_TWICE', ...fact },
        reason: `is already listed, as destroyed[${first}]`,
        remedy: 'write the intended one, or remove one of the two',
      }),
    ];
  });
