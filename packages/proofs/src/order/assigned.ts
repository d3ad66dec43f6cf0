import type { Fleet } from '@bizflow/config';
import type { Step } from '@bizflow/config/order';
import { once } from '@bizflow/kernel';
import type { Values } from '@bizflow/terraform-plan';

type Assigned = Fleet['assigned'];

interface Leaf {
  readonly path: readonly string[];
  readonly value: string;
}

const leaves = (of: object, path: readonly string[] = []): readonly Leaf[] =>
  Object.entries(of).flatMap(([key, inner]: [string, unknown]) => {
    if (typeof inner !== 'object' || inner === null) return [];
    const here = [...path, key];
    return 'value' in inner ? [{ path: here, value: String(inner.value) }] : leaves(inner, here);
  });

// Accounts are written before the first step.
const laterThanAccounts = once((assigned: Assigned): readonly Leaf[] =>
  leaves(assigned).filter(({ path: [kind] }) => kind !== 'accounts'),
);

const spelled = ({ path }: Leaf): string => `the real value of assigned.${path.join('.')}`;

// Whole words: an id of digits is also a part of longer ones.
const wordsIn = once((values: Values) => new Set(JSON.stringify(values).match(/[\w-]+/g)));

/** The values in a resource that AWS assigns, and a person copies from an earlier output. */
export const assignedIn = (values: Values, assigned: Assigned): readonly string[] => {
  const words = wordsIn(values);
  return laterThanAccounts(assigned)
    .filter(({ value }) => words.has(value))
    .map(spelled);
};

/** The same, as far as a step's outputs give them. */
export const assignedBy = ({ copies }: Step, assigned: Assigned): readonly string[] =>
  laterThanAccounts(assigned)
    .filter(({ path }) => copies.some(({ to }) => to.every((key, index) => path[index] === key)))
    .map(spelled);
