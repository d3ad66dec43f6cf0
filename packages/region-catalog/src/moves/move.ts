import type { CountryCode } from '../countries.ts';
import type { ResidencyException } from '../exceptions.ts';
import type { RegionId } from '../region-ids.ts';

/**
 * Why a region's people, or the region itself, go elsewhere. `replace`: a new region takes the place of one that
 * is destroyed afterwards. `evacuate`: people go to a region that exists, and the one they leave stays, empty.
 * `second-region`: a new region takes some of the people. `standby`: a new region takes no people, and stands by for
 * another. `retire`: a region without people is destroyed.
 */
export type MoveKind = 'replace' | 'evacuate' | 'second-region' | 'standby' | 'retire';

/** The steps of a move, in their order; no kind has all of them (`stepsOf`). */
export const moveSteps = [
  'stand-up',
  'copy',
  'dual-run',
  'hold',
  'move-people',
  'drain',
  'destroy',
  'forget',
] as const;
export type MoveStep = (typeof moveSteps)[number];

/**
 * How the data of the people comes to the new place. `rows`: theirs alone, read from the region they leave.
 * `replica`: the database follows the other from its first minute. `backup`: from recovery points that lie in the
 * region `in`, because the one they leave does not serve. `nothing`: no copy can be reached, and they begin empty.
 */
export type DataWay =
  | { readonly by: 'rows' }
  | { readonly by: 'replica' }
  | { readonly by: 'backup'; readonly in: RegionId }
  | { readonly by: 'nothing' };

/** Who confirms that what a step waits for is there; `CODEOWNERS` and sign-on name the same groups. */
export type Confirmer = 'platform' | 'data-protection' | 'release-approvers';

/** That a team has seen what a step waits for. */
export interface Confirmation {
  readonly step: MoveStep;
  /** The id of what was waited for, in the table of steps. */
  readonly wait: string;
  /** The team that has seen it, which is the one that the wait names; the person is in the evidence. */
  readonly by: Confirmer;
  /** Where the evidence is: a ticket, or what the command printed. */
  readonly evidence: string;
}

/** A change of place on its way, in small steps. It has a file of its own, and goes with its last step. */
export interface Move {
  /** The name of its file, and of its pages (`moveIdOf`). */
  readonly id: string;
  readonly kind: MoveKind;
  readonly from: RegionId;
  /** `null` where nothing takes the place: `retire`. */
  readonly to: RegionId | null;
  /** Whose tenants change their place; none for `standby` and `retire`. */
  readonly people: readonly CountryCode[];
  readonly data: DataWay;
  /** The step that is rendered now; `forget` ends the move, and its file goes. */
  readonly step: Exclude<MoveStep, 'forget'>;
  /** Border crossings of this move that no written exception covers, each with its legal basis. */
  readonly exceptions: readonly ResidencyException[];
  readonly confirmations: readonly Confirmation[];
}

/** The id of a move, by the regions at its ends: no two moves of one region are on their way. */
export const moveIdOf = ({
  from,
  to,
}: {
  readonly from: string;
  readonly to: string | null;
}): string => (to === null ? `retire-${from}` : `${from}-to-${to}`);
