import type { Block, Texts } from '@bizflow/terraform-plan';

/** Where in the sources something is written: a file, its line, and what is called there. */
export interface Place {
  /** `terraform/modules/vpc/main.tf:12 aws_vpc.this.cidr`, for keys inside the block. */
  readonly at: (...keys: readonly string[]) => string;
}

const quoted = (text: string): string => text.replace(/\W/g, '\\$&');

// `name = `, `name {`, `dynamic "name" {` of HCL, and `"name":` of JSON.
const key = (name: string): RegExp =>
  new RegExp(`^\\s*(?:dynamic\\s+)?"?${quoted(name)}"?\\s*[=:{]`);

const kinds = { managed: 'resource', data: 'data', ephemeral: 'ephemeral' } as const;

/** The line of the last pattern, each looked for after the one before; 1 where none is found. */
const lineOf = (text: string, patterns: readonly RegExp[]): number => {
  const lines = text.split('\n');
  return patterns.reduce((after, pattern) => {
    const found = lines.findIndex((line, index) => index >= after - 1 && pattern.test(line));
    return found < 0 ? after : found + 1;
  }, 1);
};

const placeIn = (texts: Texts, path: string, name: string, start: readonly RegExp[]): Place => ({
  at: (...keys) => {
    const line = lineOf(texts[path] ?? '', [...start, ...keys.map(key)]);
    return `terraform/${path}:${line} ${[name, ...keys].join('.')}`;
  },
});

/** Where a resource or data source is written. */
export const placeOf = (texts: Texts, folder: string, { mode, type, name, file }: Block): Place => {
  const header = new RegExp(`^${kinds[mode]}\\s+"${type}"\\s+"${quoted(name)}"`);
  const start = file.endsWith('.json') ? [kinds[mode], type, name].map(key) : [header];
  return placeIn(texts, `${folder}/${file}`, `${type}.${name}`, start);
};

/** Where a provider is configured: the first file of the folder that does. */
export const providerPlace = (texts: Texts, folder: string, files: readonly string[]): Place => {
  const start = [/(?:^|[\s{,])"?provider"?[\s:]/];
  const isMeant = (file: string) =>
    start.every((one) => one.test(texts[`${folder}/${file}`] ?? ''));
  return placeIn(texts, `${folder}/${files.find(isMeant) ?? ''}`, 'provider.aws', start);
};
