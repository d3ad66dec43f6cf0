import type { Manifest, ManifestFile } from '@bizflow/config';
import { type Problem, problem } from '@bizflow/kernel';

const identity = ({ apiVersion, kind, metadata }: Manifest): string =>
  `${apiVersion} ${kind} ${metadata.namespace ?? ''} ${metadata.name}`;

/** Every object of a cluster, and every path, is claimed once: a later one would replace the other. */
export const duplicateRules = (files: readonly ManifestFile[]): readonly Problem[] => [
  ...repeated(files, ({ body }) => identity(body)).map(({ path, body }) =>
    problem({
      code: 'OBJECT_TWICE',
      at: path,
      value: identity(body),
      reason: 'is rendered twice; Argo CD would apply only one of the two',
      remedy: 'give one of them another name',
    }),
  ),
  ...repeated(files, ({ path }) => path).map(({ path, body }) =>
    problem({
      code: 'PATH_CLAIMED_TWICE',
      at: path,
      value: identity(body),
      reason: 'another object is written to this path',
      remedy: 'give one of them another name',
    }),
  ),
];

const repeated = (
  files: readonly ManifestFile[],
  keyOf: (file: ManifestFile) => string,
): readonly ManifestFile[] => {
  const seen = new Set<string>();
  return files.filter((file) => seen.size === seen.add(keyOf(file)).size);
};
