import { inFile, inRoot } from '../at.ts';
import { rule } from '../effect.ts';
import { comes, goes, ofField, ofObject, stays } from '../effects-of.ts';
import { answered } from './waf-answers.ts';

/** Requests of the corpus that WAF answers otherwise. */
export const verdicts = rule('security/waf', (change) => [
  ...answered(change).flatMap(({ found }) => found),
  ...change.objects
    .filter((one) => one.kind === 'WebACL' && !stays(one))
    .map((one) => ofObject(one, goes(one) ? 'no longer guards' : 'guards')),
  ...change.resources
    .filter(({ type }) => /^aws_wafv2_(?:web_acl|ip_set)$/.test(type))
    .filter((one) => !stays(one))
    .map(({ place, address, ...one }) => ({
      ...{ place, to: address, at: inRoot(place, address) },
      does: comes(one) ? 'guards' : 'no longer guards',
    })),
]);

/** Fields of a web ACL that change no answer to the corpus: requests that it does not have may be answered otherwise. */
export const unasked = rule('security/waf-field', (change) => {
  const told = new Set(
    answered(change).flatMap(({ at, found }) => (found.length === 0 ? [] : [at])),
  );
  return change.objects
    .filter((one) => one.kind === 'WebACL' && stays(one) && !told.has(inFile(one.path)))
    .flatMap((one) =>
      one.fields
        .filter(({ field }) => field.startsWith('/spec/'))
        .map((field) => ofField(one, field, 'differs where no request of the corpus tells')),
    );
});
