import { objectIn, ruleJsonAcl, webAclOf } from '@bizflow/changes';
import { edge } from '@bizflow/config/edge';
import type { RenderedFleet } from '@bizflow/proofs';
import { targetCountries } from '@bizflow/region-catalog';
import { edgeRules, type Profile, type WebAcl } from '@bizflow/waf-rules';
import { alike } from './alike.ts';

/** A web ACL as it is rendered, in all places where it is the same. */
export interface Guard {
  /** What is in front of it: nothing, CloudFront, or users of CloudFront. */
  readonly profile: Profile;
  readonly places: readonly string[];
  readonly acl: WebAcl;
  /** Why a rule is there, by its name; of rules that today's policy has. */
  readonly why: Readonly<Record<string, string>>;
}

/** Every web ACL of the fleet, of `gitops/` and of Terraform. */
export const guardsOf = (rendered: RenderedFleet): readonly Guard[] => {
  const found = [...ofClusters(rendered), ...ofTerraform(rendered)];
  return alike(found, ({ profile, acl }) => [profile, acl]).map((guard) => ({
    ...guard,
    why: reasons(rendered, guard.profile),
  }));
};

type Found = Omit<Guard, 'why'>;

const ofClusters = ({ manifests }: RenderedFleet): readonly Found[] =>
  Object.keys(manifests)
    .filter((path) => /\/webacl-[^/]+$/.test(path))
    .sort()
    .flatMap((path) => {
      const object = objectIn(manifests[path] ?? '');
      if (object === undefined) return [];
      const profile = object.metadata.name.endsWith('-origin') ? 'origin' : 'direct';
      const places = [path.split('/').slice(1, 3).join('/')];
      return [{ profile, places, acl: nameless({ ...webAclOf(object), Scope: 'REGIONAL' }) }];
    });

const ofTerraform = ({ plans }: RenderedFleet): readonly Found[] =>
  plans.flatMap(({ root, resources }) =>
    resources.flatMap(({ type, values: { rule_json: json, scope } }) => {
      if (type !== 'aws_wafv2_web_acl' || typeof json !== 'string') return [];
      const isCloudFront = scope === 'CLOUDFRONT';
      const acl = ruleJsonAcl(json, isCloudFront ? 'CLOUDFRONT' : 'REGIONAL');
      const profile: Profile = isCloudFront ? 'cloudfront' : 'origin';
      return [{ profile, places: [root.replace(/^environments\//, '')], acl: nameless(acl) }];
    }),
  );

const unwatched = {
  CloudWatchMetricsEnabled: false,
  MetricName: '',
  SampledRequestsEnabled: false,
};

/** Without the names of its place and its metrics, which no request is judged by. */
const nameless = (acl: WebAcl): WebAcl => ({
  ...acl,
  ...{ Name: '', Description: '', VisibilityConfig: unwatched },
  Rules: acl.Rules.map((rule) => ({ ...rule, VisibilityConfig: unwatched })),
});

const reasons = ({ fleet: { catalog } }: RenderedFleet, profile: Profile): Guard['why'] =>
  Object.fromEntries(
    edgeRules({ edge, markets: targetCountries(catalog), profile }).map(({ name, why }) => [
      name,
      why,
    ]),
  );
