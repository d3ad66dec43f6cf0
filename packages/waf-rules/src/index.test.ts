import { globSync, readFileSync } from 'node:fs';
import { regionIds } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { facts, policy } from '../testing/policies.ts';
import * as api from './index.ts';

it('exports these names and no others: a change here is a new version', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "ackController",
      "ackRules",
      "ackWebAcl",
      "capacity",
      "corpus",
      "edgePolicyRules",
      "edgeRules",
      "edgeWebAcl",
      "evaluate",
      "evaluateAll",
      "managedGroups",
      "ruleJson",
      "wafLogGroup",
      "webAclRules",
    ]
  `);
});

it('knows no region by name', () => {
  const root = `${import.meta.dirname}/..`;
  for (const path of globSync('{src,testing,bench}/**/*.ts', { cwd: root })) {
    const text = readFileSync(`${root}/${path}`, 'utf8');
    for (const id of [...regionIds, ['us', 'east', '1'].join('-')]) expect(text).not.toContain(id);
  }
});

it('makes the same web ACL for every place except for its name, deeply frozen', () => {
  const { Name, VisibilityConfig, ...rest } = policy('direct');
  const other = api.edgeWebAcl(facts, { name: 'elsewhere' }, 'direct');
  expect(other).toMatchObject(rest);
  expect([Name, other.Name]).toEqual(['bizflow-test-direct', 'elsewhere-direct']);
  expect(VisibilityConfig.MetricName).toBe(Name);
  expect(Object.isFrozen(other.Rules[7]?.Statement)).toBe(true);
});

it('leaves out the rule of high-risk countries when there are none', () => {
  const edge = { ...facts.edge, highRiskCountries: [] };
  const { Rules } = api.edgeWebAcl({ ...facts, edge }, { name: 'x' }, 'direct');
  expect(Rules.map((rule) => rule.Name)).not.toContain('geo-high-risk');
  expect(api.webAclRules({ ...policy('direct'), Rules }, edge.capacity)).toEqual([]);
});
