import { describe, expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { access } from './access.ts';

const [{ cluster } = { cluster: { id: '' } }] = own.planned;
const file = `gitops/${cluster.id}/planted.yaml`;

const told = (text: string) =>
  access({ ...own, manifests: { ...own.manifests, [file]: text } }) as {
    readonly counterExamples?: readonly { readonly at: string; readonly value: string }[];
  };

const binding = (subject: string) =>
  `kind: RoleBinding\nroleRef:\n  kind: Role\n  name: x\nsubjects:\n  - ${subject}\n`;

const project = [
  ...['kind: AppProject', 'metadata:', '  name: workloads', 'spec:', '  roles:', '    - x: y'],
  ...['      groups:', '        - bizflow-release-approvers', '      name: release-approver'],
  ...[
    '      policies:',
    '        - p, proj:workloads:release-approver, applications, get, */*, allow',
    '',
  ],
].join('\n');

describe('who has rights in the rendered fleet', () => {
  it('has a way in', () => {
    expect(access(own)).toMatchObject({ proof: 'access', holds: true });
  });

  it('is looked for in every place that gives rights', () => {
    const { witness } = access(own) as { readonly witness: readonly string[] };
    expect(witness.map((line) => line.replace(/[:\d].*/, ''))).toEqual(
      expect.arrayContaining(['group of Argo CD', 'Group', 'ServiceAccount']),
    );
    expect(Number.parseInt(witness.at(-1) ?? '', 10)).toBeGreaterThan(5);
  });

  it.each([
    ['a group of a project that no pool knows', project, 'bizflow-release-approvers'],
    ['a group of the RBAC', '  g, bizflow-developers, role:developers\n', 'bizflow-developers'],
    [
      'a role that has no member',
      '  p, role:readers, applications, get, */*, allow\n',
      'role:readers',
    ],
    ['a person of the RBAC', '  p, asha@bizflow.app, logs, get, */*, allow\n', 'asha@bizflow.app'],
    [
      'a role of a project without groups',
      'kind: AppProject\n  name: x\n        - p, proj:x:reader, logs, get, x/*, allow\n',
      'proj:x:reader',
    ],
    ['a group that EKS gives to no one', binding('kind: Group\n    name: readers'), 'readers'],
    ['a user that EKS gives to no one', binding('kind: User\n    name: asha'), 'asha'],
    [
      'a service account that is not there',
      binding('kind: ServiceAccount\n    name: a\n    namespace: b'),
      'b/a',
    ],
  ])('is missed for %s', (_, text, value) => {
    expect(told(text).counterExamples).toMatchObject([{ code: 'NO_WAY_IN', at: file, value }]);
  });

  it.each([
    ['an access entry of a role that no root makes', 'aws_eks_access_entry', 'principal_arn'],
    ['an access entry of a role whose callers are gone', 'aws_iam_role', 'assume_role_policy'],
  ])('is missed for %s', (_, type, key) => {
    const [root = ''] = own.plans
      .filter(({ resources }) => resources.some((one) => one.address.includes('.reader')))
      .map((plan) => plan.root);
    const noOne = 'arn:aws:iam::000000000000:role/none';
    const change = (value: unknown) =>
      key === 'principal_arn'
        ? noOne
        : String(value).replaceAll(/role\/bizflow-delivery-[\w-]+/g, 'role/none');
    const rendered = withPlan(own, root, (plan) =>
      changedPlan(plan, new RegExp(`^${type}$`), (values, address) =>
        address.includes('reader') ? { ...values, [key]: change(values[key]) } : values,
      ),
    );
    expect(access(rendered)).toMatchObject({
      holds: false,
      counterExamples: [{ code: 'NO_WAY_IN', at: root }],
    });
  });
});
