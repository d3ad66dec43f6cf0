import { inFile } from '../at.ts';
import type { ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { byField, comes, goes, ofObject, ofResource, stays } from '../effects-of.ts';
import { answered } from './waf-answers.ts';

/** Requests of the corpus that WAF answers otherwise. */
export const verdicts = rule('security/waf', (change) => [
  ...answered(change).flatMap(({ found }) => found),
  ...change.objects
    .filter((one) => one.kind === 'WebACL' && !stays(one))
    .map((one) => ofObject(one, goes(one) ? 'no longer guards' : 'guards')),
  ...change.resources
    .filter((one) => /^aws_wafv2_(?:web_acl|ip_set)$/.test(one.type) && !stays(one))
    .map((one) => ofResource(one, comes(one) ? 'guards' : 'no longer guards')),
]);

/** Fields of a web ACL that change no answer to the corpus: requests that it does not have may be answered otherwise. */
export const unasked = rule('security/waf-field', (change) => {
  const told = new Set(
    answered(change).flatMap(({ at, found }) => (found.length === 0 ? [] : [at])),
  );
  const isUntold = ({ path }: ObjectChange): boolean => !told.has(inFile(path));
  return byField(
    /^WebACL$/,
    /^\/spec\//,
    'differs where no request of the corpus tells',
  )({ objects: change.objects.filter(isUntold) });
});
