import type { Fleet } from '@bizflow/config';
import { usual } from '@bizflow/config/testing';

/** The usual fleet with other numbers of production's passwords. */
export const numbered = (drawn: number, used: number, credentialsVersion = 1): Fleet => ({
  ...usual,
  foundations: {
    ...usual.foundations,
    production: {
      ...usual.foundations.production,
      credentialsVersion,
      loginPasswords: { drawn, used },
    },
  },
});
