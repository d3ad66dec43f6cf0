import { managed, type Plan } from '@bizflow/terraform-plan';
import type { Quantity } from './quantity.ts';
import { priced } from './resource-quantities.ts';
import { billedByUse, free } from './unpriced-resources.ts';

/** A thing that the estimate leaves out, and what AWS counts of it. */
export interface Unpriced {
  readonly item: string;
  readonly billedBy: string;
  readonly count: number;
}

/** What AWS bills a resource by, where no fact says it. */
export const unknownPrice = 'no fact says by what';

const counted = (items: readonly (readonly [item: string, billedBy: string])[]) =>
  [...new Map(items)].map(([item, billedBy]) => ({
    item,
    billedBy,
    count: items.filter(([other]) => other === item).length,
  }));

/** Instances of a family without a price. */
export const unknownOf = (quantities: readonly Quantity[]): readonly Unpriced[] =>
  counted(
    quantities.flatMap(([item]) => (item.startsWith('? ') ? [[item.slice(2), unknownPrice]] : [])),
  );

/** What plans have that AWS bills by use, and what no fact speaks of. */
export const usedIn = (plans: readonly Plan[]): readonly Unpriced[] =>
  counted(
    plans
      .flatMap(managed)
      .filter((one) => !free.has(one.type) && !Object.hasOwn(priced, one.type))
      .map(({ type }) => [type, billedByUse[type] ?? unknownPrice]),
  );
