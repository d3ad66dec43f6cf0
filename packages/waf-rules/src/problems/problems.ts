import type { Problem } from '@bizflow/kernel';
import type { WebAcl } from '../web-acl.ts';
import { type Budget, quotas } from './quotas.ts';
import { actions, names } from './rules.ts';
import { shape } from './shape.ts';
import { statements } from './statements.ts';

/**
 * Everything AWS would refuse, ignore or charge extra for, all at once; an empty list when the ACL
 * is sound. A statement that is none at all hides what is wrong inside it. Never throws.
 */
export const problemsIn = (webAcl: WebAcl, budget: Budget): readonly Problem[] => {
  const broken = shape(webAcl);
  const sound = {
    ...webAcl,
    Rules: webAcl.Rules.filter((rule) => shape({ ...webAcl, Rules: [rule] }).length === 0),
  };
  return [
    ...broken,
    ...names(webAcl),
    ...actions(sound),
    ...statements(sound),
    ...quotas(sound, budget),
  ];
};
