import { type Problem, problem } from '@bizflow/kernel';
import type { NamedPolicy } from './resource-policies.ts';

/** Keys that AWS sends with every request (IAM user guide, "Global condition context keys"). */
const alwaysSent = ['aws:PrincipalAccount', 'aws:PrincipalIsAWSService', 'aws:SecureTransport'];

// ForAnyValue asks for a value that is there, negated or not.
const isTrueOfNothing = (operator: string): boolean =>
  !operator.startsWith('ForAnyValue:') &&
  (/Not|IfExists$/.test(operator) || operator.startsWith('ForAllValues:'));

/**
 * "Not equal", "if exists" and "for all values" are true of a key that is missing, so that a Deny hits requests
 * that say nothing, and an Allow lets them in. Each says beside it, by Null, what holds then.
 */
export const negationRules = (policies: readonly NamedPolicy[]): readonly Problem[] =>
  policies.flatMap(({ at, statements }) =>
    statements.flatMap(({ sid, conditions }) =>
      conditions
        .filter(([operator, key]) => isTrueOfNothing(operator) && !alwaysSent.includes(key))
        .filter(([, key]) => !conditions.some(([test, of]) => test === 'Null' && of === key))
        .map(([operator, key]) =>
          problem({
            code: 'MISSING_KEY_UNSAID',
            at: `${at} ${sid}`,
            value: `${operator} ${key}`,
            reason:
              'is true of a request without this key, and nothing says whether that is intended',
            remedy: 'add a Null condition for the same key',
          }),
        ),
    ),
  );
