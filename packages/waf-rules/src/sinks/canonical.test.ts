import { skips } from '@bizflow/testing/tools';
import {
  type Question,
  roundTrips,
  sdkRules,
  sdkShapes,
  whyNoGo,
} from '@bizflow/testing/waf-controller';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statements } from '../../testing/arbitrary-statement.ts';
import { policy, profiles } from '../../testing/policies.ts';
import { base64 } from '../utf8.ts';
import { ackWebAcl } from './ack.ts';
import { canonical } from './canonical.ts';
import { shapes } from './shapes.ts';
import { ruleJson } from './terraform.ts';

const noGo = skips('go', "the controller's own text of a web ACL", whyNoGo());

const placement = { namespace: 'ack-system', labels: {}, annotations: {} };
const kinds = new Set(['andStatement', 'orStatement', 'notStatement', 'scopeDownStatement']);

/** Every text of a resource that the controller reads and writes back. */
const questionsIn = (value: unknown): readonly Question[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([kind, member]) =>
        kinds.has(kind) ? [{ kind, text: String(member) }] : questionsIn(member),
      )
    : [];

const texts = profiles.flatMap((profile) => questionsIn(ackWebAcl(policy(profile), placement)));

describe.skipIf(noGo)('the text of a nested statement', () => {
  it('is what the pinned controller writes back, for every rule of the policy', () => {
    expect(texts.length).toBeGreaterThan(10);
    expect(roundTrips(texts).map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
  });

  it('is what the controller writes back, for any statement', () => {
    const questions = fc.sample(statements, { numRuns: 2000, seed: 5 }).map((statement) => ({
      kind: 'scopeDownStatement',
      text: canonical('Statement', statement),
    }));
    const wrong = roundTrips(questions).flatMap((answer, index) =>
      answer.text === questions[index]?.text ? [] : [{ ...questions[index], answer }],
    );
    expect(wrong).toEqual([]);
  });

  it('changes when it is spelled in any other way, so that the fixed point means something', () => {
    const [first] = texts.filter(({ kind }) => kind === 'notStatement' || kind === 'andStatement');
    const loose = {
      kind: first?.kind ?? '',
      text: (first?.text ?? '').replace(/^ +\w+: null\n/gm, ''),
    };
    const misspelled = { ...loose, text: loose.text.replaceAll('LabelMatch', 'LabelMach') };
    const [once, empty] = roundTrips([loose, misspelled]);
    expect(once?.text).toBe(first?.text);
    expect(loose.text).not.toBe(first?.text);
    expect(empty?.error).toBeUndefined();
    expect(empty?.text).not.toContain('bizflow');
  });

  it("follows the SDK's own structs, field by field", () => {
    const sdk = sdkShapes();
    for (const [shape, fields] of Object.entries(shapes)) {
      expect([shape, Object.keys(sdk[shape] ?? {}).sort()]).toEqual([shape, [...fields]]);
    }
  });

  it.each(profiles)(
    'is all there in rule_json of profile %s, with no field the SDK lacks',
    (profile) => {
      const webAcl = policy(profile);
      const read = set(sdkRules(JSON.parse(ruleJson(webAcl))), (text) => text);
      expect(read).toEqual(set(webAcl.Rules, base64));
    },
  );
});

/** What is set: Go writes null, 0 or '' for the rest. Search strings through `encoded`. */
function set(value: unknown, encoded: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => set(item, encoded));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null && member !== 0 && member !== '')
      .map(([key, member]) => [
        key,
        key === 'SearchString' ? encoded(String(member)) : set(member, encoded),
      ]),
  );
}
