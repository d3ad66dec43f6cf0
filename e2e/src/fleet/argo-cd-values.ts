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

/** The rendered values of Argo CD's chart. */
export const valuesText = ({ id }: ClusterFolder): string =>
  readFileSync(join(repository, installFolder({ id }), 'values.yaml'), 'utf8');

export const configsOf = (text: string): Configs => parse(text).configs;

/** What the processes of Argo CD are started with. */
export const paramsOf = (folder: ClusterFolder): Readonly<Record<string, string>> =>
  data(configsOf(valuesText(folder)).params);

/** Values as a ConfigMap holds them. */
export const data = (values: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
