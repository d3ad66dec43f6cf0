import { isObject, type Problem, unless } from '@bizflow/kernel';
import { isCarried } from '../sinks/canonical.ts';
import { shapes } from '../sinks/shapes.ts';
import type { WebAcl } from '../web-acl.ts';
import { type Place, places } from './walk.ts';

const carried = new Set([...(shapes.Statement ?? [])]);
const inspected = new Set(shapes.FieldToMatch);

/** What the ACK resource cannot express, but Terraform's `rule_json` can. */
export const ackRules = (webAcl: WebAcl): readonly Problem[] => [
  ...unless(webAcl.Scope === 'REGIONAL', {
    code: 'ACK_SCOPE',
    at: `${webAcl.Name}.Scope`,
    value: webAcl.Scope,
    reason:
      'must be REGIONAL: a CLOUDFRONT web ACL belongs to an account, and several clusters would update it',
    remedy: 'render it with ruleJson for Terraform',
  }),
  ...places(webAcl).flatMap((place) => [...kinds(place), ...texts(place)]),
];

const kinds = ({ at, statement }: Place): readonly Problem[] =>
  Object.entries(statement).flatMap(([kind, value]) => [
    ...cannot(carried.has(kind), at, kind),
    ...Object.keys('FieldToMatch' in value ? value.FieldToMatch : {}).flatMap((field) =>
      cannot(inspected.has(field), `${at}.FieldToMatch`, field),
    ),
  ]);

const cannot = (isCarriedThere: boolean, at: string, value: string): readonly Problem[] =>
  unless(isCarriedThere, {
    code: 'ACK_CANNOT_CARRY',
    at,
    value,
    reason: 'is not supported by the ACK controller v1.4.2, which would drop it without an error',
    remedy: 'render the web ACL with ruleJson for Terraform, which supports it',
  });

/** Nested text has to be spelled as the controller would; what is not proved to be is refused. */
const texts = ({ at, statement, isNested }: Place): readonly Problem[] =>
  (isNested ? textsIn(statement) : []).flatMap((text) =>
    unless(isCarried(text), {
      code: 'ACK_TEXT',
      at,
      value: text,
      reason:
        'may be written differently by the ACK controller, which would then update the web ACL for ever',
      remedy: 'match it in a separate rule that sets a label, or use ruleJson for Terraform',
    }),
  );

// Base64 makes any search string safe, and parts are visited separately.
const apart = new Set(['SearchString', 'Statements', 'Statement', 'ScopeDownStatement']);

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => (apart.has(key) ? [] : textsIn(member)));
};
