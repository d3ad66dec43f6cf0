import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installFolder } from '@bizflow/config/platform';
import { parse } from 'yaml';
import { repository } from '../harness/places.ts';
import type { ClusterFolder } from './folders.ts';

interface Configs {
  readonly cm: Readonly<Record<string, string | boolean>>;
  readonly rbac: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string | boolean>>;
}

/** The rendered values of Argo CD's chart, in a checkout. */
export const valuesText = ({ id }: ClusterFolder, root: string = repository): string =>
  readFileSync(join(root, installFolder({ id }), 'values.yaml'), 'utf8');

export const configsOf = (text: string): Configs => parse(text).configs;

/** What the processes of Argo CD are started with. */
export const paramsOf = (folder: ClusterFolder, root?: string): Readonly<Record<string, string>> =>
  data(configsOf(valuesText(folder, root)).params);

/** Values as a ConfigMap holds them. */
export const data = (values: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
