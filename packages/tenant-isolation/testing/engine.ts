import { randomBytes } from 'node:crypto';
import { loginColours, numbered } from '@bizflow/config/secrets';

export type Row = Readonly<Record<string, unknown>>;

/** One connection of one role; statements of a transaction stay on it. */
export interface Session {
  /** One statement; its rows. */
  readonly rows: (statement: string, values?: readonly string[]) => Promise<readonly Row[]>;
  /** Any number of statements, as a file of them. */
  readonly run: (statements: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A separate database; roles belong to the server. */
export interface Database {
  /** The role's own connection, always the same. */
  readonly as: (role: string) => Session;
  /** Another one, on which nothing was ever set; PGlite has none, and answers with the only one. */
  readonly fresh: (role: string) => Session;
  /** The script of the Job as a role, beside its SQL; PGlite runs the SQL, and asks for no password. */
  readonly job: (
    files: Readonly<Record<string, string>>,
    role: string,
    variables: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly text: string }>;
  /** The command that runs a file through `psql`, where there is one. */
  readonly psql: (
    file: string,
    role: string,
  ) => Promise<{ readonly status: number; readonly text: string }>;
}

/** A PostgreSQL server that the tests started, and stop. */
export interface Engine {
  readonly label: string;
  /** Why what needs a second connection or `psql` is skipped; empty where it is not. */
  readonly without: string;
  readonly database: () => Promise<Database>;
  readonly stop: () => Promise<void>;
}

/** The superuser of both engines. */
export const superuser = 'postgres';

const drawn = randomBytes(20).toString('hex');

/** What a role logs in with. A login's password begins with its number, as Terraform writes it. */
export const passwordOf = (role: string): string => {
  const place = loginColours.findIndex((colour) => role.endsWith(`_${colour}`));
  return place < 0 ? drawn : numbered(place + 1, drawn);
};
