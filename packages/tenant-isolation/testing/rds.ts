import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { superuser } from './engine.ts';
import { ended } from './postgres.ts';
import { type Server, startServer } from './server.ts';

/** An instance as RDS makes it of its arguments: a master user who owns a database and must not be a superuser. */
export interface Rds extends Server {
  /** What RDS does with a new `MasterUserPassword`. */
  readonly setMasterPassword: (password: string) => Promise<void>;
}

/** The arguments of an instance. */
export interface RdsArguments {
  readonly host: string;
  readonly database: string;
  readonly username: string;
}

/** Starts an instance that logs every statement, which RDS does where `log_statement` is `all`. */
export async function startRds(
  binaries: string,
  { host, database, username }: RdsArguments,
): Promise<Rds> {
  const own = randomBytes(20).toString('hex');
  const server = await startServer({
    binaries,
    host,
    superuserPassword: own,
    settings: ['log_statement=all', 'log_min_duration_statement=0', 'log_connections=on'],
  });
  const sql = (statements: string, input = '') =>
    ended(
      join(binaries, 'psql'),
      [
        ...['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1', '-p', `${server.port}`],
        ...[
          '-U',
          superuser,
          '-d',
          'postgres',
          ...statements.split('\n').flatMap((one) => ['-c', one]),
        ],
      ],
      { PGPASSWORD: own, PGSSLMODE: 'require' },
      input,
    ).then(({ status, text }) => {
      if (status !== 0) throw new Error(text);
    });
  await sql(
    `CREATE ROLE ${username} LOGIN NOSUPERUSER CREATEROLE CREATEDB\nCREATE DATABASE ${database} OWNER ${username}`,
  );
  return {
    ...server,
    setMasterPassword: (password) => sql(`\\password ${username}`, `${password}\n${password}\n`),
  };
}
