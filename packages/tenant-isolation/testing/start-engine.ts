import type { Engine } from './engine.ts';
import { pglite } from './pglite.ts';
import { installed, postgres } from './postgres.ts';

/** A real server where PostgreSQL is installed (or `BIZFLOW_POSTGRES=pglite` says otherwise). */
export const startEngine = (): Promise<Engine> => {
  const binaries = process.env.BIZFLOW_POSTGRES === 'pglite' ? undefined : installed();
  return binaries === undefined ? pglite() : postgres(binaries);
};

/** Why only PGlite runs here; empty where a real server does. */
export const onlyPglite = (): string =>
  process.env.BIZFLOW_POSTGRES !== 'pglite' && installed() !== undefined
    ? ''
    : 'PGlite has one connection and no psql';
