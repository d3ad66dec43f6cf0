import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { countryCodes } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { worldOf } from '../../../scripts/world/world-of.ts';

const require = createRequire(import.meta.url);
const json = (id: string) => JSON.parse(readFileSync(require.resolve(id), 'utf8'));
const committed = readFileSync(fileURLToPath(new URL('world.json', import.meta.url)), 'utf8');

it('is the map that scripts/world.ts makes', () => {
  const made = worldOf(
    json('world-atlas/countries-110m.json'),
    json('world-atlas/countries-50m.json'),
  );
  expect(made === committed).toBe(true);
});

it('has a place for almost every country, and says which are in no atlas of this scale', () => {
  const { countries } = JSON.parse(committed);
  expect(countryCodes.filter((code) => countries[code] === undefined)).toEqual([
    ...['AQ', 'BQ', 'BV', 'CC', 'CX', 'GF', 'GI', 'GP', 'MQ', 'RE', 'SJ', 'TK', 'TV', 'UM', 'YT'],
  ]);
});
