import { foundationOrder } from '@bizflow/config/order';
import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { orderRules, played } from './order-rules.ts';

/** Each step from empty accounts finds what earlier steps have made. */
export const order = ({ fleet, plans }: RenderedFleet): Proof => {
  const steps = foundationOrder(fleet);
  const needs = played(steps, plans, fleet).map((one) => one.needs);
  return proofOf('order', 'each step of docs/foundation.md finds what earlier steps have made', {
    problems: orderRules(steps, plans, fleet),
    witness: steps.map(({ title, targets }, index) => {
      const things = new Set(needs[index]?.map(({ thing }) => thing));
      const part = targets.length === 0 ? '' : ` (${targets.join(', ')})`;
      return `${index + 1}. ${title}${part}: needs ${counted(things.size, 'thing')} from other steps`;
    }),
  });
};
