import { type Problem, problem, unless } from '@bizflow/kernel';
import { moveSteps } from './move.ts';
import { stepsOfKind } from './steps.ts';

/** Each kind of move has known steps, in the order of all steps, and ends with the last one. */
export const stepRules = (
  order: readonly string[] = moveSteps,
  kinds: Readonly<Record<string, readonly string[]>> = stepsOfKind,
): readonly Problem[] =>
  Object.entries(kinds).flatMap(([kind, steps]) => [
    ...steps.flatMap((step, index) => {
      const before = order.indexOf(steps[index - 1] ?? '');
      if (order.indexOf(step) > before) return [];
      return [
        problem({
          code: 'MOVE_STEPS',
          at: `stepsOfKind.${kind}[${index}]`,
          value: step,
          reason: order.includes(step)
            ? `is ${steps[index - 1]} again, or belongs before it`
            : 'is not a step of a move',
          remedy: `write the steps in the order ${order.join(', ')} (packages/region-catalog/src/moves/move.ts)`,
        }),
      ];
    }),
    ...unless(steps.at(-1) === order.at(-1), {
      code: 'MOVE_STEPS',
      at: `stepsOfKind.${kind}`,
      value: steps.at(-1),
      reason: `is its last step, and every move ends with ${order.at(-1)}`,
      remedy: `add ${order.at(-1)} at its end`,
    }),
  ]);
