import { type Problem, unless } from '@bizflow/kernel';
import type { WebAcl } from '../web-acl.ts';

/** A plain rule acts, a managed group is overridden or not; never both, never neither. */
export const actionRules = ({ Rules }: WebAcl): readonly Problem[] =>
  Rules.flatMap((rule) => {
    const isGroup = 'ManagedRuleGroupStatement' in rule.Statement;
    const immunity =
      'CaptchaConfig' in rule ? rule.CaptchaConfig?.ImmunityTimeProperty.ImmunityTime : undefined;
    return [
      ...unless('Action' in rule === !isGroup && 'OverrideAction' in rule === isGroup, {
        code: 'ACTION_KIND',
        at: rule.Name,
        value:
          Object.keys(rule)
            .filter((key) => key.endsWith('Action'))
            .join(' and ') || 'no action',
        reason:
          'is not allowed here: a managed group needs OverrideAction, every other rule needs Action',
        remedy: `set only ${isGroup ? 'OverrideAction' : 'Action'}`,
      }),
      ...unless(immunity === undefined || (immunity >= 60 && immunity <= 259_200), {
        code: 'CAPTCHA_IMMUNITY',
        at: `${rule.Name}.CaptchaConfig`,
        value: `${immunity} s`,
        reason: 'must be >= 60 and <= 259200 seconds (WAFv2 API, ImmunityTime)',
        remedy: 'choose 60 to 259200',
      }),
    ];
  });
