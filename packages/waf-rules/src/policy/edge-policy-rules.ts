import { type Problem, unless } from '@bizflow/kernel';
import type { EdgePolicy } from './edge-policy.ts';

/** What WAF would never match, match too widely, or refuse in an edge policy. Never throws. */
export const edgePolicyRules = ({ paths, capacity }: EdgePolicy): readonly Problem[] => [
  ...spelling(paths),
  ...loosening(paths),
  ...budget(capacity),
];

// WAF compares after decoding, normalising and lower-casing, so any other spelling never matches.
const path = /^(?:\/[a-z0-9_-]+)+\/?$/;

const spelling = (paths: EdgePolicy['paths']): readonly Problem[] =>
  Object.entries(paths).flatMap(([kind, value]) =>
    [value].flat().flatMap((text) =>
      unless(path.test(text), {
        code: 'EDGE_PATH',
        at: `edge.paths.${kind}`,
        value: text,
        reason: 'must be a path in lower case, without escapes, dots and double slashes',
        remedy: 'write it as /name or /name/',
      }),
    ),
  );

// They lift a CAPTCHA or a size limit: more paths than meant would be a hole.
const loosening = (paths: EdgePolicy['paths']): readonly Problem[] =>
  (['webhook', 'api', 'upload'] as const).flatMap((kind) =>
    paths[kind].flatMap((text) =>
      unless(text.endsWith('/'), {
        code: 'EDGE_PATH_OPEN',
        at: `edge.paths.${kind}`,
        value: text,
        reason: 'does not end in a slash, so it also matches longer names',
        remedy: 'add a slash at the end',
      }),
    ),
  );

const budget = ({ budgetWcu, ceilingWcu }: EdgePolicy['capacity']): readonly Problem[] =>
  unless(budgetWcu > 0 && budgetWcu <= ceilingWcu && ceilingWcu <= 5000, {
    code: 'EDGE_CAPACITY',
    at: 'edge.capacity',
    value: `${budgetWcu} of ${ceilingWcu}`,
    reason: 'must be > 0 and <= ceilingWcu, which AWS sets at 5000',
    remedy: 'choose a lower number',
  });
