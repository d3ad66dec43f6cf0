import type { At } from './at.ts';
import type { Change } from './change.ts';

/** What an effect is about; each kind has a folder of rules. */
export const kinds = [
  'dangers',
  'people',
  'borders',
  'data',
  'security',
  'release',
  'capacity',
] as const;

export type Kind = (typeof kinds)[number];

/** One thing that a change does in one place. */
export interface Effect {
  /** The rule that found it: `release/canary`. */
  readonly rule: string;
  /** `production/eu-west-2`, `production/global`. */
  readonly place: string;
  /** What it happens to: `Rollout bizflow-api/api`, `aws_db_instance.this of module.rds`. */
  readonly to: string;
  /** A sentence without its subject: `starts a canary`. It is the same in every place where the same happens. */
  readonly does: string;
  readonly at: At;
  /** Old and new value, where there is one. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Names of the changed facts behind it; none where the renderer was changed, and missing where it is not known. */
  readonly causes?: readonly string[] | undefined;
}

/** A named rule: what a change does, of one kind. */
export interface Rule {
  readonly name: `${Kind}/${string}`;
  readonly find: (change: Change) => readonly Found[];
}

/** What a rule finds, before its name is put to it. */
export type Found = Omit<Effect, 'rule'>;

/** A rule by its kind and name. */
export const rule = (name: Rule['name'], find: Rule['find']): Rule => ({ name, find });

/** The kind of an effect, by its rule's name. */
export const kindOf = ({ rule: name }: Pick<Effect, 'rule'>): Kind =>
  kinds.find((kind) => name.startsWith(`${kind}/`)) ?? 'dangers';
