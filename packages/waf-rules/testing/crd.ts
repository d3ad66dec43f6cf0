import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
}

const file = join(process.env.BIZFLOW_CRDS ?? '', 'ack-wafv2/wafv2.services.k8s.aws_webacls.yaml');

/** Why no object can be validated against the definition here; `undefined` where it can. */
export const whyNoCrd = process.env.BIZFLOW_CRDS
  ? existsSync(file)
    ? undefined
    : `${file} does not exist`
  : 'BIZFLOW_CRDS is not set';

/** The schema of a web ACL, from the definition in `BIZFLOW_CRDS`. */
export function webAclSchema(): Schema {
  const { spec } = parse(readFileSync(file, 'utf8'));
  return spec.versions.find(({ name }: { name: string }) => name === 'v1alpha1').schema
    .openAPIV3Schema;
}

/** Everything that an API server would drop or reject: an unknown field, a wrong type. */
export function violations(value: unknown, schema: Schema, at = ''): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return [`${at} is not a list`];
    return value.flatMap((item, index) => violations(item, items, `${at}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) return inObject(value, schema, at);
  const type = typeof value === 'number' ? 'integer' : typeof value;
  if (type !== schema.type) return [`${at} is ${type}, not ${schema.type}`];
  const isBytes = schema.format === 'byte';
  const wrong = isBytes && !/^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(String(value));
  return wrong ? [`${at} is not Base64`] : [];
}

const inObject = (value: object, schema: Schema, at: string): readonly string[] => {
  if (schema.type !== 'object') return [`${at} is an object, not ${schema.type}`];
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  const known = { ...schema.properties };
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const next = known[name] ?? schema.additionalProperties;
      // An empty object of the API, such as `none: {}`, has no properties at all.
      return next ? violations(member, next, `${at}.${name}`) : [`${at}.${name} is unknown`];
    }),
  ];
};
