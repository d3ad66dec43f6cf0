import type { Problem } from '@bizflow/kernel';
import type { WebAcl } from '../web-acl.ts';
import { actionRules } from './action-rules.ts';
import { nameRules } from './name-rules.ts';
import { type Budget, quotaRules } from './quota-rules.ts';
import { shapeRules } from './shape-rules.ts';
import { statementRules } from './statement-rules.ts';

/**
 * Everything AWS would refuse, ignore or charge extra for, all at once; an empty list when the web ACL
 * is sound. A broken statement hides what is wrong inside it. Never throws.
 */
export const webAclRules = (webAcl: WebAcl, budget: Budget): readonly Problem[] => {
  const broken = shapeRules(webAcl);
  const sound = {
    ...webAcl,
    Rules: webAcl.Rules.filter((rule) => shapeRules({ ...webAcl, Rules: [rule] }).length === 0),
  };
  return [
    ...broken,
    ...nameRules(webAcl),
    ...actionRules(sound),
    ...statementRules(sound),
    ...quotaRules(sound, budget),
  ];
};
