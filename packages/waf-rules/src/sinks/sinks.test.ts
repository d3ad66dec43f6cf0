import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { violations, webAclSchema, whyNoCrd } from '../../testing/crd.ts';
import { rulesOf } from '../../testing/decode.ts';
import { policy, profiles } from '../../testing/policies.ts';
import { ackWebAcl } from './ack.ts';
import { ruleJson, wafLogGroup } from './terraform.ts';

const placement = { namespace: 'ack-system', labels: { a: 'b' }, annotations: {} };
const noCrd = skips('crds-folder', 'the definition of WebACL', whyNoCrd);

describe.each(profiles)('profile %s', (profile) => {
  const webAcl = policy(profile);
  const resource = ackWebAcl(webAcl, placement);

  it('means the same through both sinks', () => {
    expect(rulesOf(resource)).toEqual(JSON.parse(ruleJson(webAcl)));
    expect(JSON.parse(ruleJson(webAcl))).toEqual(webAcl.Rules);
  });

  it.skipIf(noCrd)('has no field the definition of the resource does not know', () => {
    expect(violations(resource.spec, webAclSchema().properties?.spec ?? {})).toEqual([]);
  });

  it('writes out the defaults that the server would fill in', () => {
    const text = JSON.stringify(resource.spec);
    const rates = text.match(/"rateBasedStatement"/g) ?? [];
    expect(text.match(/"evaluationWindowSec":\d/g) ?? []).toHaveLength(rates.length);
    expect(text).not.toContain('"body":{}');
    expect(text).not.toContain('loggingConfiguration');
  });

  it('logs to a group that WAF accepts', () => {
    expect(wafLogGroup(webAcl)).toBe(`aws-waf-logs-bizflow-test-${profile}`);
  });
});

it('is a manifest under the name that the load balancer controller looks for', () => {
  const webAcl = policy('direct');
  const manifest = ackWebAcl(webAcl, placement);
  expect(manifest.metadata).toEqual({ name: 'bizflow-test-direct', ...placement });
  expect(manifest).toHaveProperty('spec.name', webAcl.Name);
});

it('gives Terraform plain text to encode and ACK what is encoded already', () => {
  const webAcl = policy('direct');
  expect(ruleJson(webAcl)).toContain('"SearchString":"/admin"');
  expect(JSON.stringify(ackWebAcl(webAcl, placement))).toContain('"searchString":"L2FkbWlu"');
});
