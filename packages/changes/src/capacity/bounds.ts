import { capacity } from '@bizflow/waf-rules';
import type { KubernetesObject } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { byAttribute, ofAttribute, ofObject, stays } from '../effects-of.ts';
import { webAclOf } from '../security/web-acl.ts';

/** How many addresses a subnet has. */
export const addresses = rule('capacity/addresses', ({ resources }) =>
  resources
    .filter((one) => /^aws_(?:subnet|vpc)$/.test(one.type) && stays(one))
    .flatMap((one) =>
      one.fields
        .filter(({ field }) => field.endsWith('/cidr_block'))
        .map((field) => ({
          ...ofAttribute(one, field, 'has other addresses'),
          before: sized(field.before),
          after: sized(field.after),
        })),
    ),
);

const sized = (cidr: unknown): string =>
  `${cidr} (${2 ** (32 - Number(String(cidr).split('/')[1]))} addresses)`;

const bounded = /max_connections|pool_size|POOL|idle_in_transaction|connections/;

/** How many connections a database takes, and how many a service opens. */
export const connections = rule('capacity/connections', (change) => [
  ...byAttribute(
    /^aws_db_(?:parameter_group|proxy)/,
    bounded,
    'takes another number of connections',
  )(change),
  ...change.objects
    .filter((one) => one.kind === 'Rollout' && stays(one))
    .flatMap((one) =>
      one.fields
        .filter(({ field }) => /\/env\/[^/]*(?:POOL|CONNECTIONS)/.test(field))
        .map(({ before, after }) => ({
          ...ofObject(one, 'opens another number of connections'),
          before: String(before),
          after: String(after),
        })),
    ),
]);

const wcuOf = (object: KubernetesObject): number => capacity(webAclOf(object)).wcu;

/** The capacity units of a web ACL. */
export const wcu = rule('capacity/wcu', ({ objects }) =>
  objects.flatMap((one) => {
    const { kind, before, after } = one;
    if (kind !== 'WebACL' || before === undefined || after === undefined) return [];
    const [was, is] = [wcuOf(before), wcuOf(after)];
    if (was === is) return [];
    const does = 'takes another number of capacity units (WCU)';
    return [{ ...ofObject(one, does), before: `${was}`, after: `${is}` }];
  }),
);
