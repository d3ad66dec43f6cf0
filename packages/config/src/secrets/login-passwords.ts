import { freeze } from '@bizflow/kernel';

/** The application's two logins take turns, so that a new password never ends the one in use (decision 0060). */
export const loginColours = freeze(['blue', 'green'] as const);

export type LoginColour = (typeof loginColours)[number];

/** The passwords of an environment's logins, counted from 1: odd ones are blue's, even ones green's. */
export interface LoginPasswords {
  /** The newest that is drawn and set. */
  readonly drawn: number;
  /** The one in `DATABASE_URL`: the newest, or the one before it. */
  readonly used: number;
}

/** Whose a password is. */
export const colourOf = (number: number): LoginColour => (number % 2 === 1 ? 'blue' : 'green');

/** The password that a login has now: the newest of its own. */
export const passwordNumber = (colour: LoginColour, { drawn }: LoginPasswords): number =>
  colourOf(drawn) === colour ? drawn : drawn - 1;

/** A password as Secrets Manager keeps it: its number comes first, so that an old copy is recognised. */
export const numbered = (number: number, password: string): string => `${number}-${password}`;
