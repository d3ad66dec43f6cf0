import { PGlite } from '@electric-sql/pglite';
import { type Database, type Engine, type Session, superuser } from './engine.ts';

/** PostgreSQL compiled to WebAssembly, in this process: one connection, which changes its role. */
export async function pglite(): Promise<Engine> {
  // A new cluster takes seconds; a copy of an empty one does not.
  const empty = await PGlite.create();
  const open: PGlite[] = [empty];
  return {
    label: 'PGlite',
    without: 'PGlite has one connection and no psql',
    database: async () => {
      const server = (await empty.clone()) as PGlite;
      open.push(server);
      return databaseOf(server);
    },
    stop: async () => {
      await Promise.all(open.map((server) => server.close()));
    },
  };
}

const databaseOf = (server: PGlite): Database => {
  let current = superuser;
  const become = async (role: string) => {
    if (role === current) return;
    await server.exec(`RESET ALL; SET SESSION AUTHORIZATION ${role}`);
    current = role;
  };
  const as = (role: string): Session => ({
    rows: async (statement, values = []) => {
      await become(role);
      return (await server.query<Record<string, unknown>>(statement, [...values])).rows;
    },
    run: async (statements) => {
      await become(role);
      await server.exec(statements);
    },
    close: () => Promise.resolve(),
  });
  return {
    as,
    fresh: as,
    job: async (files, role) => {
      for (const [name, text] of Object.entries(files)) {
        if (name.endsWith('.sql')) await as(role).run(text);
      }
      return { status: 0, text: '' };
    },
    psql: () => Promise.reject(new Error('PGlite has no psql')),
  };
};
