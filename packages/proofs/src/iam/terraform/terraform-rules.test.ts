import { accessGroups, accountTypes } from '@bizflow/config/permissions';
import type { Plan } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { changedPlan } from '../../../testing/planted.ts';
import { own } from '../../../testing/repository.ts';
import { statementsOf } from '../policy.ts';
import { boundedRolesOf, type Role } from '../roles.ts';
import { boundaryRules, ceilingRules, quotaRules } from './ceiling-rules.ts';
import { accountNeeds, roleRules, terraformRules } from './terraform-rules.ts';
import { typeRules } from './type-rules.ts';

const roles = boundedRolesOf(own.plans);
const needs = accountNeeds(own);
const codes = (problems: readonly { readonly code: string }[]) => [
  ...new Set(problems.map(({ code }) => code)),
];
const named = (name: string): Role => {
  const role = roles.find((one) => one.name === name);
  if (role === undefined) throw new RangeError(`no root makes ${name}`);
  return role;
};
const apply = 'bizflow-production-github-apply';
const told = (name: string, change: (role: Role) => Role) => {
  const role = change(named(name));
  const here = roles.filter(({ place }) => place.account === role.place.account);
  return roleRules(
    role,
    needs.find(({ account }) => account === role.place.account)?.needs ?? [],
    here,
  );
};
const allowing = (statement: object) => (role: Role) => ({
  ...role,
  statements: [
    ...role.statements,
    ...statementsOf(JSON.stringify({ Statement: { Effect: 'Allow', ...statement } })),
  ],
});
const without = (pattern: RegExp) => (role: Role) => ({
  ...role,
  statements: role.statements.map((one) =>
    one.effect === 'Deny'
      ? one
      : { ...one, actions: one.actions.filter((action) => !pattern.test(action)) },
  ),
});

describe("GitHub's roles", () => {
  it('may do what Terraform asks for the roots of their account, and no more', () => {
    expect(terraformRules(needs, roles)).toEqual([]);
  });

  it('are three in each account', () => {
    for (const account of Object.keys(accountTypes)) {
      const uses = roles.filter(({ name }) => name.startsWith(`bizflow-${account}-github-`));
      expect(uses.map(({ name }) => name.split('-').at(-1)).toSorted()).toEqual([
        'apply',
        'plan',
        'propose',
      ]);
    }
  });
});

describe('a planted fault', () => {
  const services = Object.entries(accessGroups).flatMap(([group, tables]) =>
    tables
      .filter(({ types }) =>
        Object.keys(types).some((type) => accountTypes.production.makes.includes(type)),
      )
      .map(({ service }) => [group, service] as const),
  );

  it.each(services)('is told where applying lacks a group of actions: %s, %s', (_, service) => {
    const problems = told(apply, without(new RegExp(`^${service}:`)));
    expect(codes(problems)).toEqual(['APPLY_LACKS']);
    expect(problems.map(({ value }) => value).join()).toContain(` ${service}:`);
  });

  it.each([
    ['iam:PassRole'],
    ['iam:CreateServiceLinkedRole'],
    ['kms:CreateGrant'],
    ['secretsmanager:GetSecretValue'],
  ])('is told where applying lacks %s', (action) => {
    expect(codes(told(apply, without(new RegExp(`^${action}$`))))).toEqual(['APPLY_LACKS']);
  });

  it('is told where a plan lacks what it reads', () => {
    const change = without(/^kms:DescribeKey$/);
    expect(codes(told('bizflow-staging-github-plan', change))).toEqual(['PLAN_LACKS']);
  });

  it.each([
    [{ Action: 'lambda:CreateFunction', Resource: '*' }, 'ACTION_IDLE'],
    [
      { Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:*:*:secret:x' },
      'SECRET_IDLE',
    ],
    [{ Action: 'iam:PassRole', Resource: '*' }, 'PASS_IDLE'],
  ])('is told where applying has more than resources ask for: %j', (statement, code) => {
    expect(codes(told(apply, allowing(statement)))).toEqual([code]);
  });

  it('is told where a plan may change what it looks at', () => {
    const change = allowing({ Action: 'ec2:CreateVpc', Resource: '*' });
    expect(codes(told('bizflow-production-github-plan', change))).toEqual(['ACTION_IDLE']);
  });

  it('is told where an account has no role for a workflow', () => {
    const rest = roles.filter(({ name }) => name !== 'bizflow-delivery-github-apply');
    expect(codes(terraformRules(needs, rest))).toEqual(['GITHUB_ROLE_MISSING']);
  });

  it.each([
    ['aws_lambda_function', 'TYPE_UNKNOWN,TYPE_UNLISTED'],
    ['aws_ecr_repository', 'TYPE_UNLISTED'],
  ])('is told where a root makes %s, which the table does not know or list', (type, expected) => {
    const plans = own.plans.map((plan) => {
      const [one] = plan.resources;
      const isHere = plan.root === 'environments/staging' && one !== undefined;
      const more = isHere ? [{ ...one, mode: 'managed' as const, type }] : [];
      return { ...plan, resources: [...plan.resources, ...more] };
    });
    const found = accountNeeds({ ...own, plans }).map((one) => typeRules(one, []));
    expect(codes(found.flat()).join()).toBe(expected);
  });

  it('is told where nothing of a listed type is left, until it is said to be leaving', () => {
    const type = 'aws_xray_group';
    const tree = Object.fromEntries(
      Object.entries(own.tree).map(([folder, source]) => [
        folder,
        { ...source, blocks: source.blocks.filter((block) => block.type !== type) },
      ]),
    );
    const bare = (plan: Plan) => changedPlan(plan, /^aws_xray_group$/, () => undefined);
    const planned = own.planned.map(({ cluster, plan }) => ({ cluster, plan: bare(plan) }));
    const fleet = { ...own, tree, plans: own.plans.map(bare), planned };
    const found = (leaving: readonly string[]) =>
      accountNeeds(fleet, leaving).flatMap((one) => [
        ...typeRules(one, leaving),
        ...roles
          .filter(({ name }) => name === `bizflow-${one.name}-github-apply`)
          .flatMap((role) => roleRules(role, one.needs, [])),
      ]);
    expect(codes(found([]))).toEqual(['TYPE_STALE', 'ACTION_IDLE']);
    expect(found([type])).toEqual([]);
  });

  it('is told where a type that leaves is still there', () => {
    const found = needs.map((one) => typeRules(one, ['aws_xray_group']));
    expect(codes(found.flat())).toEqual(['TYPE_STAYS']);
  });
});

describe('a ceiling', () => {
  it('holds whatever policy a role has', () => {
    const free = allowing({ Action: '*', Resource: '*' })(named(apply));
    expect(codes(ceilingRules(free))).toEqual(['CEILING_LOW']);
    expect(ceilingRules(free).map(({ value }) => value)).toEqual([
      expect.stringMatching(/^sts:AssumeRole /),
    ]);
  });

  it.each(['iam:CreateRole', 'iam:PutRolePolicy', 'iam:CreatePolicyVersion', 'kms:DisableKey'])(
    'that lets %s through is told',
    (action) => {
      const role = allowing({ Action: '*', Resource: '*' })(named(apply));
      const low = {
        ...role,
        statements: role.statements.map((one) =>
          one.effect === 'Deny'
            ? { ...one, actions: one.actions.filter((denied) => !sameOrWider(denied, action)) }
            : one,
        ),
      };
      const values = ceilingRules(low).map(({ value }) => value);
      expect(values).toContainEqual(expect.stringMatching(`^${action} `));
    },
  );

  it('is missed where a role has another boundary, or none', () => {
    const role = named(apply);
    expect(boundaryRules(roles)).toEqual([]);
    expect(codes(boundaryRules([{ ...role, boundary: '' }]))).toEqual(['CEILING_MISSING']);
    const other = { ...role, boundary: role.boundary.replace(/\d{12}/, '999999999999') };
    expect(codes(boundaryRules([other]))).toEqual(['CEILING_MISSING']);
  });

  it.each([
    [{ inline: 10_241, attached: [] }],
    [{ inline: 0, attached: [6145] }],
    [{ inline: 0, attached: Array.from({ length: 11 }, () => 1) }],
  ])('and its policies fit into what IAM takes: %j', (lengths) => {
    expect(codes(quotaRules([{ ...named(apply), managed: [], lengths }]))).toEqual([
      'POLICY_TOO_LONG',
    ]);
  });
});

const sameOrWider = (denied: string, action: string): boolean =>
  new RegExp(`^${denied.replaceAll('*', '.*')}$`).test(action);
