import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, problem } from '@bizflow/kernel';
import { type GoModule, goModule } from './go-module.ts';
import type { TypedFile } from './manifest-files.ts';
import { closedComponent, type OpenApiSchema } from './openapi-schema.ts';
import { compiler } from './validator.ts';

/** A minor version of Kubernetes, and the release whose published API is used for it. */
export interface KubernetesPin extends GoModule {
  readonly version: string;
}

/** What a version's own API says of a folder's objects, or why it was not asked. */
export interface VersionReport {
  readonly version: string;
  readonly checked: number;
  readonly problems: readonly Problem[];
  readonly skip?: string;
}

/** Checks core objects against the API that a version of Kubernetes serves, unknown fields refused. */
export function checkVersion(pin: KubernetesPin, files: readonly TypedFile[]): VersionReport {
  const { version } = pin;
  const found = goModule(pin);
  if ('unavailable' in found) return { version, checked: 0, problems: [], skip: found.unavailable };
  if ('mismatch' in found) {
    const mismatch = problem({
      code: 'MODULE_CHECKSUM',
      at: pin.module,
      value: found.mismatch,
      reason: `is not the pinned checksum of ${pin.module}`,
      remedy: 'review the release and pin it in apps/generator/checks/kubernetes.json',
    });
    return { version, checked: 0, problems: [mismatch] };
  }
  const groups = Map.groupBy(files, ({ body }) => body.apiVersion);
  const problems = [...groups].flatMap(([apiVersion, members]) =>
    groupProblems(join(found.folder, 'api/openapi-spec/v3'), version, apiVersion, members),
  );
  return { version, checked: files.length, problems };
}

function groupProblems(
  folder: string,
  version: string,
  apiVersion: string,
  files: readonly TypedFile[],
): readonly Problem[] {
  const name = apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`;
  const path = join(folder, `${name.replaceAll('/', '__')}_openapi.json`);
  const components = existsSync(path) ? componentsIn(path) : {};
  const compile = compiler(
    Object.entries(components).map(([$id, schema]) => ({ $id, ...closedComponent(schema) })),
  );
  return [...Map.groupBy(files, ({ body }) => body.kind)].flatMap(([kind, members]) => {
    const component = Object.keys(components).find((id) =>
      isKind(components[id], apiVersion, kind),
    );
    if (component === undefined) return members.map((file) => notServed(file, version));
    const check = compile({ $ref: component });
    return members.flatMap(({ path: at, body }) =>
      check(body, at).map((problem) => ({
        ...problem,
        reason: `${problem.reason} (Kubernetes ${version})`,
      })),
    );
  });
}

const componentsIn = (path: string): Readonly<Record<string, OpenApiSchema>> =>
  JSON.parse(readFileSync(path, 'utf8')).components.schemas;

const isKind = (schema: OpenApiSchema | undefined, apiVersion: string, kind: string): boolean =>
  schema?.['x-kubernetes-group-version-kind']?.some(
    (own) => own.kind === kind && [own.group, own.version].filter(Boolean).join('/') === apiVersion,
  ) === true;

const notServed = ({ path, body }: TypedFile, version: string): Problem =>
  problem({
    code: 'VERSION_NOT_SERVED',
    at: path,
    value: `${body.apiVersion} ${body.kind}`,
    reason: `is not served by Kubernetes ${version}`,
    remedy: 'render a version that every supported Kubernetes serves',
  });
