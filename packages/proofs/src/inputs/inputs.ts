import { counted } from '@bizflow/kernel';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { callRules } from './call-rules.ts';
import { placeRules } from './place-rules.ts';
import { isRoot, shapeRules } from './shape-rules.ts';

/** Every root can be planned, and hands its modules what they ask for. */
export const inputs = ({ tree, plans }: RenderedFleet): Proof => {
  const sources = Object.values(tree);
  const modules = sources.filter((source) => !isRoot(source));
  return proofOf('inputs', 'every root can be planned, and gives its modules sound inputs', {
    problems: [
      ...sources.flatMap(shapeRules),
      ...placeRules(modules, []),
      ...plans.flatMap((plan) => callRules(plan, tree)),
    ],
    witness: plans.map(
      ({ root, calls, resources }) =>
        `${root}: ${counted(calls.length, 'module call')}, ${counted(resources.length, 'resource')}`,
    ),
  });
};
