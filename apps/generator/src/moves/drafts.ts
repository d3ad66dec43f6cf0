import type { Fleet } from '@bizflow/config';
import { knownRegion } from '@bizflow/config/aws';
import { type Problem, problem } from '@bizflow/kernel';
import { type CountryCode, euMembers, euTerritories, type RegionId } from '@bizflow/region-catalog';
import type { Move, MoveKind } from '@bizflow/region-catalog/moves';
import { stepsOf } from '@bizflow/region-catalog/moves';
import { GeneratorError } from '../error.ts';
import type { Draft } from './begin.ts';
import { type Grounds, wayOut } from './new-move.ts';
import { freeOctet, sheetLike, standbyLike } from './sheet-like.ts';

/** What a person says of a region that a move begins. */
export interface NewPlace extends Grounds {
  readonly name?: string;
  readonly octet?: number;
}

/** What a person says of a move; each command takes a part of it. */
export interface MoveOptions extends NewPlace {
  readonly from: string;
  readonly to: string;
  readonly people?: string;
}

/** A new region takes the place of another one. */
export const replaceDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const sheet = sheetLike(facts.sheets[from], newcomer(facts, options), offered(facts, options));
  return { sheet, move: moveOf(facts, 'replace', from, options.to, facts.sheets[from].serves) };
};

/** People go to a region that exists. */
export const evacuateDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const to = known(facts, '--to', options.to);
  const people = peopleOf(facts, from, options.people ?? '');
  return { sheet: null, move: moveOf(facts, 'evacuate', from, to, people) };
};

/** A new region takes some people of another one, or stands by for it where no people are named. */
export const secondDraft = (facts: Fleet, options: MoveOptions): Draft => {
  const from = leaving(facts, options.from);
  const own = newcomer(facts, options);
  const like = options.people ? sheetLike : standbyLike;
  const sheet = like(facts.sheets[from], own, offered(facts, options));
  const people = options.people ? peopleOf(facts, from, options.people) : [];
  const kind = people.length === 0 ? 'standby' : 'second-region';
  return { sheet, move: moveOf(facts, kind, from, own.id, people) };
};

/** A region without people goes. */
export const retireDraft = (facts: Fleet, { from }: Pick<MoveOptions, 'from'>): Draft => ({
  sheet: null,
  move: moveOf(facts, 'retire', leaving(facts, from), null, []),
});

const moveOf = (
  facts: Fleet,
  kind: MoveKind,
  from: RegionId,
  to: string | null,
  people: readonly CountryCode[],
): Move => {
  const [step = 'drain'] = stepsOf({ kind });
  return {
    id: to === null ? `retire-${from}` : `${from}-to-${to}`,
    kind,
    from,
    to: to as RegionId | null,
    people,
    data: kind === 'standby' ? { by: 'replica' } : wayOut(facts, from),
    step: step as Move['step'],
    exceptions: [],
    confirmations: [],
  };
};

const leaving = (facts: Fleet, id: string): RegionId => known(facts, 'the region', id);

const known = ({ sheets }: Fleet, at: string, id: string): RegionId => {
  if (Object.hasOwn(sheets, id)) return id as RegionId;
  throw refused({
    code: 'REGION_UNKNOWN',
    at,
    value: id,
    reason: 'is not a region of the catalog',
    remedy: `use one of ${Object.keys(sheets).join(', ')}`,
  });
};

const newcomer = (facts: Fleet, { to, name, octet }: MoveOptions) => {
  if (Object.hasOwn(facts.sheets, to))
    throw refused({
      code: 'REGION_TAKEN',
      at: 'the new region',
      value: to,
      reason: 'is in the catalog already, so it cannot begin',
      remedy: 'move the people there instead: npx nx generate @bizflow/generator:evacuate',
    });
  const country = knownRegion(facts.aws, to)?.country ?? '';
  return { id: to, name: name ?? to, country, octet: octet ?? freeOctet(facts) };
};

const offered = (facts: Fleet, { to }: MoveOptions) => knownRegion(facts.aws, to);

// `EU` is short for the members and their territories among those whom the region serves.
const peopleOf = ({ sheets }: Fleet, from: RegionId, text: string): readonly CountryCode[] => {
  const { serves } = sheets[from];
  const union: readonly CountryCode[] = [...euMembers, ...euTerritories];
  const named = text.split(',').map((item) => item.trim());
  const wanted = named.flatMap((item): readonly string[] =>
    item === 'EU' ? union.filter((one) => serves.includes(one)) : item === '' ? [] : [item],
  );
  const strangers = wanted.filter((item) => !serves.some((one) => one === item));
  if (strangers.length > 0)
    throw refused({
      code: 'MOVE_PEOPLE',
      at: '--people',
      value: strangers.join(', '),
      reason: `are not served by ${from}`,
      remedy: `name some of ${serves.join(', ')}, or EU`,
    });
  return wanted.length === 0 ? serves : (wanted as readonly CountryCode[]);
};

const refused = (fault: Omit<Problem, 'severity'>): GeneratorError =>
  new GeneratorError([problem(fault)]);
