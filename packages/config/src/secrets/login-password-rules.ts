import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** A password is never drawn again while it is the one that pods use, and the next is ready before they change. */
export const loginPasswordRules = ({ environments, foundations }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name }) => {
    const { drawn = 0, used = 0 } = foundations[name]?.loginPasswords ?? {};
    return unless(
      Number.isInteger(used) && used >= 1 && drawn >= 2 && [0, 1].includes(drawn - used),
      {
        code: 'LOGIN_PASSWORD_USED',
        at: `foundations.${name}.loginPasswords`,
        value: `drawn ${drawn}, used ${used}`,
        reason:
          'must be whole numbers with drawn >= 2, and used must equal drawn or be one less: otherwise pods have a password that is not set yet, or was replaced',
        remedy: 'raise one of the two by 1 at a time, used first (decision 0060)',
      },
    );
  });
