import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { worldOf } from './world/world-of.ts';

// Writes the map of the page from Natural Earth's public data, of which world-atlas is a copy.
const require = createRequire(import.meta.url);
const json = (id: string) => JSON.parse(readFileSync(require.resolve(id), 'utf8'));
const world = worldOf(
  json('world-atlas/countries-110m.json'),
  json('world-atlas/countries-50m.json'),
);
writeFileSync(new URL('../src/browser/map/world.json', import.meta.url), world);
