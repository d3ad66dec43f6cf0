import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { awsSchema, type ProviderSchema } from './provider-schema.ts';

/** The schemas of a later provider, gzipped or plain, or the reason why there are none here. */
export const laterSchema = (): ProviderSchema | { readonly why: string } => {
  const file = process.env.BIZFLOW_TF_SCHEMA;
  if (!file) return { why: 'BIZFLOW_TF_SCHEMA is not set' };
  if (!existsSync(file)) return { why: `BIZFLOW_TF_SCHEMA names no file: ${file}` };
  const bytes = readFileSync(file);
  const json = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return awsSchema(json, 'the later provider');
};
