import { drawnSecrets } from '../secrets/drawn-secrets.ts';
import { type LoginColour, loginColours } from '../secrets/login-passwords.ts';
import type { Tenancy } from './tenancy.ts';

/** A role that logs in for the application and has its rights, and where its password comes from. */
export interface Login {
  readonly colour: LoginColour;
  readonly role: string;
  /** The last part of its password's name in Secrets Manager. */
  readonly secret: string;
  /** The variables that tell the migration its password, and the number that this must have. */
  readonly passwordVariable: string;
  readonly numberVariable: string;
}

/** The role of a login: the application's name and its colour. */
export const loginRole = ({ role }: Pick<Tenancy, 'role'>, colour: LoginColour): string =>
  `${role}_${colour}`;

/** The logins that take turns. */
export const loginsOf = (tenancy: Pick<Tenancy, 'role'>): readonly Login[] =>
  loginColours.map((colour) => ({
    colour,
    role: loginRole(tenancy, colour),
    secret: drawnSecrets[colour],
    passwordVariable: `${colour.toUpperCase()}_PASSWORD`,
    numberVariable: `${colour.toUpperCase()}_NUMBER`,
  }));
