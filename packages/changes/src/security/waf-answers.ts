import { edge } from '@bizflow/config/edge';
import { counted, isObject, once } from '@bizflow/kernel';
import { targetCountries } from '@bizflow/region-catalog';
import { type Case, corpus, evaluateAll, type Profile, type WebAcl } from '@bizflow/waf-rules';
import { type At, inFile, inRoot } from '../at.ts';
import type { Change } from '../change.ts';
import type { Found } from '../effect.ts';
import { listed } from '../text.ts';
import { ruleJsonAcl, webAclOf } from './web-acl.ts';

interface Pair {
  readonly place: string;
  readonly to: string;
  readonly at: At;
  readonly profile: Profile;
  readonly was: WebAcl;
  readonly is: WebAcl;
}

/** Each web ACL that is on both sides, and what it answers otherwise. */
export const answered = once((change: Change) =>
  pairsIn(change).map((pair) => ({ at: pair.at, found: differing(pair, change) })),
);

const pairsIn = ({ objects, resources }: Change): readonly Pair[] => [
  ...objects.flatMap(({ kind, place, name, path, before, after }) =>
    kind !== 'WebACL' || before === undefined || after === undefined
      ? []
      : [
          {
            ...{ place, to: name, at: inFile(path), profile: profileOf(name) },
            ...{ was: regional(webAclOf(before)), is: regional(webAclOf(after)) },
          },
        ],
  ),
  ...resources.flatMap(({ type, place, address, before, after }) => {
    const [was, is] = [before?.values.rule_json, after?.values.rule_json];
    if (type !== 'aws_wafv2_web_acl' || typeof was !== 'string' || typeof is !== 'string')
      return [];
    const scope = after?.values.scope === 'CLOUDFRONT' ? 'CLOUDFRONT' : 'REGIONAL';
    return [
      {
        ...{ place, to: address, at: inRoot(place, address) },
        profile: scope === 'CLOUDFRONT' ? ('cloudfront' as const) : ('origin' as const),
        ...{ was: ruleJsonAcl(was, scope), is: ruleJsonAcl(is, scope) },
      },
    ];
  }),
];

const profileOf = (name: string): Profile => (name.endsWith('origin') ? 'origin' : 'direct');

// The scope of a custom resource is its controller's: regional.
const regional = (acl: WebAcl): WebAcl => ({ ...acl, Scope: 'REGIONAL' });

const differing = (pair: Pair, change: Change): readonly Found[] => {
  if (JSON.stringify(pair.was.Rules) === JSON.stringify(pair.is.Rules)) return [];
  const asked = casesFor(pair.profile, change).map((one) => ({
    says: one.says,
    before: ending(pair.was, one),
    after: ending(pair.is, one),
  }));
  const moved = asked.filter(({ before, after }) => before !== after);
  const groups = Map.groupBy(moved, ({ before, after }) => `${before} ${after}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const { place, to, at } = pair;
    const requests = listed(
      all.map(({ says }) => `"${says}"`),
      3,
    );
    const does = `answers ${counted(all.length, 'request')} of the corpus otherwise: ${requests}`;
    return [{ place, to, at, does, before: first.before, after: first.after }];
  });
};

const casesFor = (profile: Profile, { after }: Change): readonly Case[] =>
  corpus(edge, targetCountries(after.fleet.catalog), profile);

const ending = (acl: WebAcl, { requests }: Case): string => {
  const verdict = evaluateAll(acl, requests).at(-1);
  if (verdict === undefined || !isObject(verdict)) return 'no answer';
  return verdict.action === 'UNDECIDED' ? verdict.action : `${verdict.action} by ${verdict.rule}`;
};
