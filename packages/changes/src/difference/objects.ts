import { load } from 'js-yaml';
import { fieldChanges } from './field.ts';
import type { FieldChange } from './field-change.ts';

/** An object of Kubernetes, as far as every rule may rely on it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
  };
  // biome-ignore lint/suspicious/noExplicitAny: each rule knows the shape of the kinds that it reads
  readonly [field: string]: any;
}

/** One object that a cluster gets, loses, or gets otherwise. */
export interface ObjectChange {
  /** `production/eu-west-2`. */
  readonly place: string;
  /** Its file on the newer side, or on the older one where the object is gone. */
  readonly path: string;
  /** `Rollout bizflow-api/api`. */
  readonly name: string;
  readonly kind: string;
  readonly before: KubernetesObject | undefined;
  readonly after: KubernetesObject | undefined;
  readonly fields: readonly FieldChange[];
}

/** Texts by their path. */
export type Files = Readonly<Record<string, string>>;

/** The objects in which two sides of `gitops/` differ; an object whose file moves is the same object. */
export const objectChanges = (before: Files, after: Files): readonly ObjectChange[] => {
  const paths = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  const was = objectsAt(before, paths);
  const is = objectsAt(after, paths);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    const [old, current] = [was.get(id), is.get(id)];
    const found = current ?? old;
    if (found === undefined) return [];
    const fields = differing(old?.object, current?.object);
    if (fields.length === 0) return [];
    const { place, path, object } = found;
    return [
      {
        ...{ place, path, fields, kind: object.kind, name: nameOf(object) },
        ...{ before: old?.object, after: current?.object },
      },
    ];
  });
};

const differing = (old: KubernetesObject | undefined, current: KubernetesObject | undefined) =>
  old === undefined || current === undefined
    ? fieldChanges(old, current)
    : fieldChanges(withMaps(old), withMaps(current));

/** A server stores no empty map: an object without annotations differs by each one that it gets, and so with labels. */
const withMaps = (object: KubernetesObject): KubernetesObject => {
  const { labels, annotations } = object.metadata;
  const maps = { labels: labels ?? {}, annotations: annotations ?? {} };
  return { ...object, metadata: { ...object.metadata, ...maps } };
};

/** `Rollout bizflow-api/api`, or without a namespace `Namespace bizflow-api`. */
const nameOf = ({ kind, metadata: { namespace, name } }: KubernetesObject): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

interface Found {
  readonly place: string;
  readonly path: string;
  readonly object: KubernetesObject;
}

const objectsAt = (files: Files, paths: readonly string[]): ReadonlyMap<string, Found> =>
  new Map(
    paths.flatMap((path) => {
      const text = files[path];
      if (text === undefined) return [];
      const object = objectIn(text, path);
      if (object === undefined) return [];
      const place = path.split('/').slice(1, 3).join('/');
      // The version of a kind is not part of who it is.
      const [group = ''] = object.apiVersion.split('/').slice(0, -1);
      return [[`${place} ${group} ${nameOf(object)}`, { place, path, object }] as const];
    }),
  );

/** The object in a file. Throws an error that names the file, by its path where it is given, for what is not YAML. */
export const objectIn = (text: string, filename?: string): KubernetesObject | undefined => {
  const object = read(text, filename);
  return isKubernetes(object) ? object : undefined;
};

function read(text: string, filename: string | undefined): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof Error) || filename === undefined) throw error;
    // It says where within the file, but of an empty one not which file it is.
    throw new Error(`${filename}: ${error.message}`);
  }
}

const isKubernetes = (value: unknown): value is KubernetesObject =>
  typeof value === 'object' && value !== null && 'kind' in value && 'metadata' in value;
