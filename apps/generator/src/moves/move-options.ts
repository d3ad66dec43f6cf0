import type { Fleet } from '@bizflow/config';
import { knownRegion } from '@bizflow/config/aws';
import { type CountryCode, euMembers, euTerritories, type RegionId } from '@bizflow/region-catalog';
import { refusal } from '../error.ts';
import { listed } from '../listed.ts';
import type { LegalBasis } from './new-move.ts';
import { freeOctet } from './sheet-like.ts';

/** What a person says of a region that a move begins. */
export interface NewPlace extends LegalBasis {
  readonly name?: string;
  readonly octet?: number;
}

/** What a person says of a move; each command takes a part of it. */
export interface MoveOptions extends NewPlace {
  readonly from: string;
  readonly to: string;
  readonly people?: string;
}

/** The region that people leave, which is in the catalog. */
export const leaving = (facts: Fleet, id: string): RegionId =>
  known(facts, 'the region that people leave', id);

/** A region of the catalog, by its id. */
export const known = ({ sheets }: Fleet, at: string, id: string): RegionId => {
  if (Object.hasOwn(sheets, id)) return id as RegionId;
  throw refusal({
    code: 'REGION_UNKNOWN',
    at,
    value: id,
    reason: 'is not a region of the catalog',
    remedy: `use one of ${Object.keys(sheets).join(', ')}`,
  });
};

/** The region that begins, which is not in the catalog. */
export const newcomer = (facts: Fleet, options: MoveOptions) => {
  const { to, name, octet } = options;
  if (Object.hasOwn(facts.sheets, to))
    throw refusal({
      code: 'REGION_TAKEN',
      at: 'the new region',
      value: to,
      ...whyTaken(facts, options),
    });
  const country = knownRegion(facts.aws, to)?.country ?? '';
  return { id: to, name: name ?? to, country, octet: octet ?? freeOctet(facts) };
};

/** Why a region cannot begin, and what the person probably wants instead. */
const whyTaken = ({ moves }: Fleet, { from, to }: MoveOptions) => {
  const begun = moves.find((move) => move.from === from && move.to === to);
  if (begun !== undefined)
    return {
      reason: `has begun: the move ${begun.id} is in progress, at the step ${begun.step}`,
      remedy: `go on with that move: npx nx generate @bizflow/generator:next-step ${begun.id}`,
    };
  if (from === to)
    return {
      reason: 'is the region that people leave, so it cannot take its own place',
      remedy: 'name another AWS Region, which is not in the catalog',
    };
  return {
    reason: 'is in the catalog already, so it cannot begin',
    remedy: 'move the people there instead: npx nx generate @bizflow/generator:evacuate',
  };
};

/** What AWS offers there. */
export const offered = (facts: Fleet, { to }: MoveOptions) => knownRegion(facts.aws, to);

/** The people whom a text names; `EU` is short for the members and their territories among those whom the region serves. */
export const peopleOf = (
  { sheets }: Fleet,
  from: RegionId,
  text: string,
): readonly CountryCode[] => {
  const { serves } = sheets[from];
  const union: readonly CountryCode[] = [...euMembers, ...euTerritories];
  const wanted = listed(text).flatMap((item): readonly string[] =>
    item === 'EU' ? union.filter((one) => serves.includes(one)) : [item],
  );
  const strangers = wanted.filter((item) => !serves.some((one) => one === item));
  if (strangers.length > 0)
    throw refusal({
      code: 'MOVE_PEOPLE',
      at: '--people',
      value: strangers.join(', '),
      reason: `are not served by ${from}`,
      remedy: `name some of ${serves.join(', ')}, or EU`,
    });
  return wanted.length === 0 ? serves : (wanted as readonly CountryCode[]);
};
