import { expect, it } from 'vitest';
import { dastRules } from './dast-rules.ts';

const target = 'http://127.0.0.1:18080';

/** A report in the shape of ZAP's traditional JSON report (`zap-api-scan.py -J`). */
const report = (riskcode: string) => ({
  '@programName': 'ZAP',
  '@version': '2.16.1',
  site: [
    {
      '@name': target,
      '@host': '127.0.0.1',
      '@port': '18080',
      '@ssl': 'false',
      alerts: [
        {
          pluginid: '40018',
          alertRef: '40018',
          alert: 'SQL Injection',
          name: 'SQL Injection',
          riskcode,
          confidence: '2',
          riskdesc: 'High (Medium)',
          count: '2',
          cweid: '89',
          instances: [{ uri: `${target}/orders?id=1`, method: 'GET', param: 'id' }],
        },
      ],
    },
  ],
});

const codes = (value: unknown) =>
  dastRules('reports/zap.json', target, value, 'MEDIUM').map(({ code }) => code);

it.each([
  ['3', ['DAST_FINDING']],
  ['2', []],
  ['1', []],
  ['0', []],
  ['4', ['DAST_FINDING']],
])('answers a finding of risk %s with %j', (risk, expected) => {
  expect(codes(report(risk))).toEqual(expected);
});

it('lets a site without findings pass', () => {
  expect(codes({ site: [{ '@name': target, alerts: [] }] })).toEqual([]);
});

it.each([
  ['nothing', undefined],
  ['no site', { site: [] }],
  ['another site', { site: [{ '@name': 'http://127.0.0.1:9', alerts: [] }] }],
])('takes a report with %s for no scan', (_, value) => {
  expect(codes(value)).toEqual(['DAST_BLIND']);
});
