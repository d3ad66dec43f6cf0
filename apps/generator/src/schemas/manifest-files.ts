import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type Problem, problem } from '@bizflow/kernel';
import { parse } from 'yaml';

/** A file with one object that names its type. */
export interface TypedFile {
  readonly path: string;
  readonly body: { readonly apiVersion: string; readonly kind: string };
}

/** The objects of a folder, sorted by path, and the files without exactly one. */
export function manifestFiles(folder: string): {
  readonly files: readonly TypedFile[];
  readonly problems: readonly Problem[];
} {
  // The names that Argo CD reads as manifests.
  const paths = globSync('**/*.{yaml,yml,json}', { cwd: folder }).sort();
  const results = paths.map((path) => read(join(folder, path)));
  const problems = results.filter((result) => 'code' in result);
  return {
    files: results.filter((result) => 'body' in result),
    problems: paths.length > 0 ? problems : [nothing(folder)],
  };
}

function read(path: string): TypedFile | Problem {
  try {
    const body: unknown = parse(readFileSync(path, 'utf8'));
    if (isTyped(body)) return { path, body };
    return problem({
      code: 'OBJECT_UNTYPED',
      at: path,
      value: typeof body,
      reason: 'is not a Kubernetes object',
      remedy: 'write one object to each file, with its apiVersion and kind',
    });
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    return problem({
      code: 'YAML_UNREADABLE',
      at: path,
      value: 'not YAML',
      reason,
      remedy: 'write YAML with one document',
    });
  }
}

const isTyped = (body: unknown): body is TypedFile['body'] =>
  isObject(body) && typeof body.apiVersion === 'string' && typeof body.kind === 'string';

// A wrong path must not pass for a folder in which all is well.
const nothing = (folder: string): Problem =>
  problem({
    code: 'NO_OBJECTS',
    at: folder,
    value: 'no files',
    reason: 'contains no manifests',
    remedy: 'name a folder of rendered manifests',
  });
