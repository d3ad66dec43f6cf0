import { expect, it } from 'vitest';
import type { PlanData } from '../../../plan/plan-data.ts';
import { behind } from './behind.ts';

const fact = { at: 'packages/config/src/a.ts:1', path: 'a.b[0]', before: '1', after: '2' };
const plan = {
  files: [
    'gitops/production/here/a.yaml',
    'terraform/environments/production/here/eks.tf.json',
    'terraform/environments/production/here-too/eks.tf.json',
    'terraform/global/waf.tf',
    'terraform/modules/workload-roles/main.tf',
  ].map((path) => ({ path, hunks: [], left: 0 })),
  report: { causes: { facts: [fact], code: [] } },
} as unknown as PlanData;

it.each([
  ['gitops/production/here/a.yaml#', 'Rollout a', ['gitops/production/here/a.yaml']],
  ['gitops/production/here/a.yaml#/spec', 'Rollout a', ['gitops/production/here/a.yaml']],
  [
    'terraform/environments/production/here#/aws_kms_key.this/rule/0',
    'module.workload_roles.aws_iam_role.this',
    ['terraform/environments/production/here/eks.tf.json'],
  ],
  [
    'terraform/environments/production/there#',
    'module.workload_roles.aws_iam_role.this["a"]',
    ['terraform/modules/workload-roles/main.tf'],
  ],
  [
    'terraform/environments/production/global#/module.global.aws_wafv2_web_acl.this[0]',
    'the web ACL',
    ['terraform/global/waf.tf'],
  ],
  ['facts/exceptions.json#', 'rest', []],
] as const)('leads from %s of %s to its lines and facts', (at, to, paths) => {
  const { files, facts } = behind({ at, to }, plan);
  expect(files.map(({ path }) => path)).toEqual(paths);
  expect(facts).toEqual([fact]);
});

it.each([
  [undefined, 'some', [fact]],
  [[], 'none', []],
  [['a.b[0]'], 'these', [fact]],
  [['a'], 'these', [fact]],
  [['a.c', 'ab'], 'these', []],
])('of the causes %j says %s', (causes, known, facts) => {
  const of = { at: 'facts/exceptions.json#', to: 'rest', causes } as const;
  expect(behind(of, plan)).toMatchObject({ known, facts });
});
