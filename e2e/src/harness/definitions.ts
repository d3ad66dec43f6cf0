import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@bizflow/config';
import { type CrdFile, type CrdPin, crdFile, goModule } from '@bizflow/generator/schemas';
import { parse } from 'yaml';
import { type Api, type Live, stored } from './api.ts';
import { E2eError } from './e2e-error.ts';
import { repository } from './places.ts';
import { until } from './until.ts';

/** A pinned CustomResourceDefinition, and the kind it brings as `<Kind>.<group>`. */
export interface Definition {
  /** A chart brings all definitions of its project. */
  readonly project: string;
  readonly kind: string;
  readonly object: Manifest;
}

const pins: readonly CrdPin[] = JSON.parse(
  readFileSync(join(repository, 'apps/generator/checks/crds.json'), 'utf8'),
);

/** Every definition of the one list that `npm run schemas` checks by, from wherever it is to be had. */
export const definitions = (): Promise<readonly Definition[]> =>
  Promise.all(pins.map(definitionOf));

async function definitionOf(pin: CrdPin): Promise<Definition> {
  const folder = process.env.BIZFLOW_CRDS || undefined;
  const cache = join(repository, '.cache/crds');
  return definition(pin, await crdFile(pin, { folder, cache, goModule, fetch }));
}

function definition({ project, apiVersion, kind }: CrdPin, found: CrdFile): Definition {
  if ('unavailable' in found) throw new E2eError(`no definition of ${kind}: ${found.unavailable}`);
  if ('problem' in found) throw new E2eError(`${found.problem.at}: ${found.problem.reason}`);
  return { project, kind: `${kind}.${apiVersion.split('/')[0]}`, object: parse(found.text) };
}

/** Applies definitions and waits until the API server serves their kinds. */
export async function define(api: Api, wanted: readonly Definition[]): Promise<void> {
  for (const { object } of wanted) stored(await api.apply(withoutWebhook(object)));
  for (const { kind, object } of wanted) {
    await until(`${kind} is served`, 60, async () => established(await api.read(object)));
  }
}

/** Waits until the API server serves the kind of a definition that was applied. */
export const served = (api: Api, definition: Manifest): Promise<unknown> =>
  until(`${definition.metadata.name} is served`, 60, async () =>
    established(await api.read(definition)),
  );

const established = (live: Live | undefined): boolean =>
  (live?.status?.conditions ?? []).some(
    ({ type, status }: { type: string; status: string }) =>
      type === 'Established' && status === 'True',
  );

// A conversion webhook is its controller's, which does not run here; the stored version needs none.
function withoutWebhook(object: Manifest): Manifest {
  const { conversion: _, ...spec } = (object as Live).spec;
  return { ...object, spec };
}
