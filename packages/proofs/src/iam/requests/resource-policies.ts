import { managed, type Plan, type Resource } from '@bizflow/terraform-plan';
import { type Statement, statementsOf } from '../policy.ts';

/** A policy of a root: of a resource, a role or an endpoint. */
export interface NamedPolicy {
  readonly at: string;
  readonly statements: readonly Statement[];
}

// Documents that are arguments of another resource are planned there once more.
const isPolicy = (text: string): boolean => text.startsWith('{') && text.includes('"Statement"');

/** Every policy that a root writes, wherever the argument is called one. */
export const policiesOf = (plan: Plan): readonly NamedPolicy[] => policiesIn(plan, () => true);

/** Those of resources: what a role may do is another question. */
export const resourcePoliciesOf = (plan: Plan): readonly NamedPolicy[] =>
  policiesIn(plan, ({ type }) => !type.startsWith('aws_iam_'));

const policiesIn = (plan: Plan, is: (one: Resource) => boolean): readonly NamedPolicy[] =>
  managed(plan)
    .filter(is)
    .flatMap(({ address, values }) =>
      Object.entries(values)
        .filter(([name]) => /policy/.test(name))
        .map(([, value]) => value)
        .filter((value) => typeof value === 'string')
        .filter(isPolicy)
        .map((text) => ({ at: `${plan.root} ${address}`, statements: statementsOf(text) })),
    );
