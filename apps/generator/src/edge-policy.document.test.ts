import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edge } from '@bizflow/config/edge';
import { catalog, targetCountries } from '@bizflow/region-catalog';
import { repository } from '@bizflow/testing/repository';
import {
  type Case,
  capacity,
  corpus,
  edgePolicyRules,
  edgeWebAcl,
  evaluateAll,
  webAclRules,
} from '@bizflow/waf-rules';
import { exampleEdge, profiles, ruleTable } from '@bizflow/waf-rules/testing';
import { describe, expect, it } from 'vitest';

// The document's geo routing: India, Singapore and Malaysia, the Emirates, the UK, and the EU's 27 with
// their territories.
// biome-ignore format: a table reads better than one code a line
const countries = [
  'AE', 'AT', 'AX', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GB', 'GF', 'GP',
  'GR', 'HR', 'HU', 'IE', 'IN', 'IT', 'LT', 'LU', 'LV', 'MF', 'MQ', 'MT', 'MY', 'NL', 'PL', 'PT',
  'RE', 'RO', 'SE', 'SG', 'SI', 'SK', 'YT',
] as const;

describe.each(profiles)('the edge policy of BizFlow, profile %s', (profile) => {
  const webAcl = edgeWebAcl({ edge, catalog }, { name: 'bizflow' }, profile);

  it('answers each request of the corpus as the document asks, whatever the real paths are', () => {
    const asked = { ...edge, paths: exampleEdge.paths };
    const judge = edgeWebAcl({ edge: asked, catalog }, { name: 'bizflow' }, profile);
    const wrong = corpus(asked, countries, profile).flatMap(
      ({ says, requests, action, rule }: Case) => {
        const verdict = evaluateAll(judge, requests).at(-1);
        const isRight = verdict?.action === action && verdict.rule === rule;
        return isRight ? [] : [{ says, verdict }];
      },
    );
    expect(wrong).toEqual([]);
  });

  it('is sound, and fits into the capacity that the price includes', () => {
    expect([...edgePolicyRules(edge), ...webAclRules(webAcl, edge.capacity)]).toEqual([]);
    expect(capacity(webAcl).wcu).toBeLessThanOrEqual(edge.capacity.budgetWcu);
  });
});

it("lets administrators in only from the document's countries", () => {
  expect(targetCountries(catalog)).toEqual(countries);
});

it('is in the README of waf-rules as the model renders it', () => {
  const readme = readFileSync(join(repository, 'packages/waf-rules/README.md'), 'utf8');
  const [, table] = /<!-- rules -->\n\n([\s\S]*?)<!-- \/rules -->/.exec(readme) ?? [];
  expect(table).toBe(ruleTable({ edge, catalog }));
});
