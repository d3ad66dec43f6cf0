import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectors } from '@bizflow/config/tracing';
import { toolModules } from '../../harness/places.ts';

/** The components of the pinned image are of this release (aws-otel-collector, go.mod at its tag). */
const pinned = { image: collectors.image, components: '0.156.0' };

/** How what runs here differs from the image that the fleet runs. */
export function differences(): string {
  const named = process.env.BIZFLOW_COLLECTOR;
  if (named !== undefined) return `${named} plays ${pinned.image}`;
  const text = readFileSync(join(toolModules, 'collector', 'go.mod'), 'utf8');
  const components = [
    ...text.matchAll(/^\t\S+\/((?:exporter|extension|processor|receiver)\/\w+) v(0\.\S+)$/gm),
  ].map(([, name = '', version = '']) => ({ name, version }));
  const other = components.filter(({ version }) => version !== pinned.components);
  const list = other.map(({ name, version }) => `${name} ${version}`).join(', ');
  return `built of ${components.length} components; ${pinned.image} has ${pinned.components} of all, and here are ${list}`;
}
