import { freeze } from '@bizflow/kernel';
import { targetCountries } from '@bizflow/region-catalog';
import type { WebAcl } from '../web-acl.ts';
import { type Draft, placed, visibility } from './draft.ts';
import type { EdgeFacts, PolicyInput, Profile } from './edge-policy.ts';
import { managed } from './managed.ts';
import { captcha, geo, health, oversize, pathLabels, scopeOf } from './own-rules.ts';
import { rateRules } from './rate-rules.ts';

/**
 * The edge policy of a place as a web ACL. `place.name` names a cluster or, for CloudFront, an
 * environment; nothing else about a place changes the rules, so that all regions are equally safe.
 */
export function edgeWebAcl(
  { edge, catalog }: EdgeFacts,
  place: { readonly name: string },
  profile: Profile,
): WebAcl {
  const name = `${place.name}-${profile}`;
  return freeze({
    Name: name,
    Description: `BizFlow edge policy, profile ${profile}`,
    Scope: scopeOf(profile),
    DefaultAction: { Allow: {} },
    Rules: edgeRules({ edge, markets: targetCountries(catalog), profile }).map(placed),
    VisibilityConfig: visibility(name),
  });
}

/** The rules of a profile in their order, each with its reason. */
export const edgeRules = (input: PolicyInput): readonly Draft[] => {
  const rest = [
    ...geo(input),
    ...rateRules(input),
    oversize(input),
    ...managed(input),
    ...captcha(input),
  ].filter(({ sees }) => input.profile !== 'origin' || sees === 'content');
  const labels = pathLabels(input).filter((draft) => rest.some((rule) => reads(rule, draft)));
  // Route 53 checks load balancers only.
  return [...(input.profile === 'cloudfront' ? [] : [health(input)]), ...labels, ...rest];
};

// A label that no rule reads would cost 32 WCU for nothing.
const reads = ({ statement }: Draft, { outcome }: Draft): boolean => {
  const text = JSON.stringify(statement);
  const labels = 'RuleLabels' in outcome ? (outcome.RuleLabels ?? []) : [];
  return labels.some(({ Name }) => text.includes(`"${Name}"`));
};
