import type { Manifest, ManifestFile } from '@bizflow/config';
import { fault, type Problem } from '@bizflow/region-catalog';

const identity = ({ apiVersion, kind, metadata }: Manifest): string =>
  `${apiVersion} ${kind} ${metadata.namespace ?? ''} ${metadata.name}`;

/** Every object of a cluster, and every path, is claimed once: a later one would replace the other. */
export const duplicates = (files: readonly ManifestFile[]): readonly Problem[] => [
  ...repeated(files, ({ body }) => identity(body)).map(({ path, body }) =>
    fault(
      'OBJECT_TWICE',
      path,
      identity(body),
      'is rendered already; Argo CD would apply only one of the two',
      'give one of them another name',
    ),
  ),
  ...repeated(files, ({ path }) => path).map(({ path, body }) =>
    fault(
      'PATH_CLAIMED_TWICE',
      path,
      identity(body),
      'another object is written to this path',
      'give one of them another name',
    ),
  ),
];

const repeated = (
  files: readonly ManifestFile[],
  keyOf: (file: ManifestFile) => string,
): readonly ManifestFile[] => {
  const seen = new Set<string>();
  return files.filter((file) => seen.size === seen.add(keyOf(file)).size);
};
