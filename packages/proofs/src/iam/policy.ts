import { asText, bodies, isList, isObject, type Value, type Values } from '@bizflow/terraform-plan';

/** A statement of a policy, every element a list. */
export interface Statement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  readonly principals: Value;
  /** Operator, key, values. */
  readonly conditions: readonly (readonly [string, string, readonly string[]])[];
}

const list = (value: Value | undefined): readonly string[] =>
  value === undefined || value === null ? [] : isList(value) ? value.map(asText) : [asText(value)];

const entries = (value: Value | undefined): readonly (readonly [string, Value])[] =>
  isObject(value) ? Object.entries(value) : [];

const statement = (from: Values): Statement => ({
  sid: asText(from.Sid ?? ''),
  effect: from.Effect === 'Deny' ? 'Deny' : 'Allow',
  actions: list(from.Action),
  notActions: list(from.NotAction),
  resources: list(from.Resource),
  notResources: list(from.NotResource),
  principals: from.Principal ?? null,
  conditions: entries(from.Condition).flatMap(([operator, keys]) =>
    entries(keys).map(([key, values]) => [operator, key, list(values)] as const),
  ),
});

/** The statements of a policy document. */
export const statementsOf = (json: string): readonly Statement[] => {
  const { Statement: found = [] }: { readonly Statement?: Value } = JSON.parse(json);
  return bodies(found).map(statement);
};
