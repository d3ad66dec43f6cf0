/** The part of docs/foundation.md that a step belongs to. */
export type Chapter = 'access' | 'names' | 'keys' | 'data' | 'delivery' | 'links' | 'sync';

/** An output of Terraform that a person copies into a source file before the next step. */
export interface Copied {
  readonly root: string;
  readonly output: string;
  /** Where it goes: a path in assigned.ts, or `delegations` and the zone in global-layer.ts. */
  readonly to: readonly [string, ...string[]];
}

/** One or more roots that are applied side by side, and what a person does afterwards. */
export interface Step {
  readonly chapter: Chapter;
  /** The roots as the page names them: one by its folder, several in words. */
  readonly title: string;
  /** Folders below `terraform/environments/`. */
  readonly roots: readonly string[];
  /** The values of `-target`; none for the whole root. */
  readonly targets: readonly string[];
  /** The values of `-var`, as words of a shell. */
  readonly variables: readonly string[];
  readonly copies: readonly Copied[];
  /** What a person does then, in a sentence; empty when there is nothing to do. */
  readonly byHand: string;
  /** What exists after a person has done it, and no root makes. */
  readonly makes: readonly string[];
  /** Why the step comes here. */
  readonly because: string;
}

type Told = Pick<Step, 'chapter' | 'title' | 'roots' | 'because'> & Partial<Step>;

/** A step; what is not told is nothing. */
export const step = (told: Told): Step => ({
  targets: [],
  variables: [],
  copies: [],
  byHand: '',
  makes: [],
  ...told,
});

/** The command of a step, as the page writes it. */
export const commandOf = ({ targets, variables }: Pick<Step, 'targets' | 'variables'>): string =>
  [
    'tf apply',
    ...targets.map((target) => `-target=${target}`),
    ...variables.map((variable) => `-var ${variable}`),
  ].join(' ');
