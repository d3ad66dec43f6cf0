import connect from 'postgres';
import type { Server } from './server.ts';

/** The role that a URL logs in as; undefined where the server refuses its password. */
export async function loggedInAs(server: Server, url: string): Promise<string | undefined> {
  const own = logIn(server, url);
  try {
    return String((await own.rows('SELECT current_user AS role'))[0]?.role);
  } catch (error) {
    if (error instanceof Error && /password authentication failed/.test(error.message)) {
      return undefined;
    }
    throw error;
  } finally {
    await own.close();
  }
}

/** Open connections of one URL, as an application keeps them. */
export interface Pool {
  readonly rows: (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** One statement on each connection at once. */
  readonly onAll: (statement: string) => Promise<readonly unknown[]>;
  readonly close: () => Promise<void>;
}

/**
 * A pool of connections with a URL as an application gets it. Only the address is another one, since the URL's
 * name has none here; role, password, database and TLS are the URL's.
 */
export function logIn({ port }: Server, url: string, size = 1): Pool {
  const sql = connect(url, { host: '127.0.0.1', port, max: size, onnotice: () => undefined });
  return {
    rows: async (statement) => [...(await sql.unsafe(statement))],
    onAll: async (statement) => {
      // Each holds its connection until all have one.
      const held = await Promise.all(Array.from({ length: size }, () => sql.reserve()));
      const rows = await Promise.all(held.map(async (one) => [...(await one.unsafe(statement))]));
      for (const one of held) one.release();
      return rows.flat();
    },
    close: () => sql.end(),
  };
}
