import { isObject } from '@bizflow/kernel';
import { parse } from 'yaml';

/** An object of a cluster, as far as it may reach the database. */
export interface Manifest {
  readonly file: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: object;
}

// Whatever has, copies or runs SQL or a secret. Other files of a cluster cannot log in, and are not parsed.
const mayReach =
  /secretRef|secretKeyRef|secretName|remoteRef|^kind: (?:ConfigMap|Rollout|AnalysisTemplate|Job)$/m;

/** The objects of a cluster's folder that may reach the database. */
export const manifestsOf = (
  manifests: Readonly<Record<string, string>>,
  folder: string,
): readonly Manifest[] =>
  Object.entries(manifests)
    .filter(([file, text]) => file.startsWith(folder) && mayReach.test(text))
    .map(([file, text]) => ({ file, ...parse(text) }));

/** Every value under a key, however deep, in the order of the text. */
export const valuesUnder = (key: string, value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((one) => valuesUnder(key, one));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name === key ? [one] : []),
    ...valuesUnder(key, one),
  ]);
};

/** The names under a key, as of `configMap: { name }`. */
export const namesUnder = (key: string, value: unknown): readonly string[] =>
  valuesUnder(key, value).flatMap((one) =>
    isObject(one) && typeof one.name === 'string' ? [one.name] : [],
  );

/** The Secrets of its own namespace that an object's pods read. */
export const secretsRead = ({ spec }: Manifest): readonly string[] => [
  ...namesUnder('secretRef', spec),
  ...namesUnder('secretKeyRef', spec),
  ...valuesUnder('secretName', spec).filter((one) => typeof one === 'string'),
];
