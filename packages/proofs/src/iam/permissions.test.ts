import { followed, loner, standby } from '@bizflow/config/testing';
import { planOf } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { isAllowed } from './is-allowed.ts';
import { permissions } from './permissions.ts';
import { pipelineRules } from './pipeline-rules.ts';
import { podRules, takenRoles } from './pod-rules.ts';
import { statementsOf } from './policy.ts';
import { regionRules } from './region-rules.ts';
import { anyResourceRules, passRoleRules, wideActionRules } from './role-rules.ts';
import { boundedRolesOf, type Role, rolesOf } from './roles.ts';

const roles = boundedRolesOf(own.plans);
const regions = Object.keys(own.fleet.catalog);

/** A role of a region of production with one statement more. */
const roleWith = (statement: object): Role => {
  const root = `environments/production/${standby.id}`;
  const role = roles.find((one) => one.root === root);
  if (role === undefined) throw new RangeError('no root makes a role');
  const more = statementsOf(JSON.stringify({ Statement: [{ Effect: 'Allow', ...statement }] }));
  return { ...role, statements: more };
};
const codes = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('the roles of the rendered fleet', () => {
  it('may do what they must, in their own region, and no more', () => {
    expect(permissions(own)).toMatchObject({ proof: 'permissions', holds: true });
  });

  it('are all looked at', () => {
    expect(roles.length).toBeGreaterThan(80);
    expect(takenRoles(own.manifests).length).toBeGreaterThan(40);
    for (const end of ['-github-apply', '-github-plan']) {
      expect(roles.filter(({ name }) => name.endsWith(end)).length, end).toBeGreaterThan(0);
    }
    expect(takenRoles(own.manifests).filter(({ subject }) => subject).length).toBeGreaterThan(10);
    expect(
      roles.filter(({ statements }) => JSON.stringify(statements).includes('iam:PassRole')),
    ).not.toEqual([]);
  });
});

describe('a planted fault', () => {
  it.each([
    [{ Action: 's3:*', Resource: 'arn:aws:s3:::x' }, wideActionRules, 'ACTIONS_WIDE'],
    [{ NotAction: 's3:GetObject', Resource: 'arn:aws:s3:::x' }, wideActionRules, 'ACTIONS_WIDE'],
    [
      { Action: 's3:GetObject', Resource: '*' },
      (all: readonly Role[]) => anyResourceRules(all, []),
      'RESOURCE_ANY',
    ],
    [{ Action: 'iam:PassRole', Resource: '*' }, passRoleRules, 'PASS_ROLE_WIDE'],
  ])('%j is told', (statement, rules, code) => {
    expect(codes(rules([roleWith(statement)]))).toEqual([code]);
  });

  it('is told where an action needs no entry any more', () => {
    expect(codes(anyResourceRules([], [{ action: 'a:b', bound: undefined, why: '' }]))).toEqual([
      'RESOURCE_ANY_STALE',
    ]);
  });

  it('is told where a role may promote the database of another region', () => {
    const role = roleWith({ Action: 'rds:PromoteReadReplica', Resource: '*' });
    const others = regions.filter((region) => region !== standby.id);
    expect(codes(regionRules([role], 'production', regions))).toEqual(
      others.map(() => 'REGION_REACHED'),
    );
  });

  it.each([
    ['-github-apply', 'PIPELINE_STOPPED'],
    ['-github-plan', 'PIPELINE_STOPPED'],
  ])('is told where a role %s may do nothing', (end, code) => {
    const idle = roles
      .filter(({ name }) => name.endsWith(end))
      .map((role) => ({ ...role, statements: [] }));
    expect(new Set(codes(pipelineRules(idle, followed.id)))).toEqual(new Set([code]));
  });

  it.each(['-github-apply', '-github-plan'])('is told where a role %s may do everything', (end) => {
    const { statements } = roleWith({ Action: '*', Resource: '*' });
    const free = roles
      .filter(({ name }) => name.endsWith(end))
      .map((role) => ({ ...role, statements }));
    expect(new Set(codes(pipelineRules(free, followed.id)))).toEqual(new Set(['PIPELINE_FREE']));
  });

  it('is told where a role of pods trusts another service account', () => {
    const [taken] = takenRoles(own.manifests).filter(({ subject }) => subject !== undefined);
    if (taken === undefined) throw new RangeError('no service account takes a role');
    const other = { ...taken, subject: 'system:serviceaccount:default:default' };
    expect(podRules(roles, [other])).toMatchObject([{ code: 'TRUST_WRONG', value: other.subject }]);
  });

  it('is told by the proof, with the root, the role and the call', () => {
    const root = `environments/production/${standby.id}`;
    const source = own.tree[root];
    if (source === undefined) throw new RangeError('there is no root');
    const here = `bizflow-production-${standby.id}-data`;
    const there = `bizflow-production-${loner.id}-data`;
    const changed = JSON.parse(
      JSON.stringify(source).replaceAll(`arn:aws:s3:::${here}`, `arn:aws:s3:::${there}`),
    );
    const faulty = withPlan(own, root, () => planOf({ ...own.tree, [root]: changed }, root));
    const proof = permissions(faulty);
    const told = proof.holds ? [] : proof.counterExamples.map(({ at, value }) => `${at} ${value}`);
    expect(told).toContainEqual(
      expect.stringMatching(`^${root} \\S+-api s3:GetObject arn:aws:s3:::${there}-\\d+/a$`),
    );
    const api = faulty.plans
      .flatMap(rolesOf)
      .find(({ name, root: at }) => at === root && name.endsWith('-api'));
    const resource = `arn:aws:s3:::${there}-${api?.place.account}/a`;
    expect(
      isAllowed(api?.statements ?? [], { action: 's3:GetObject', resource, context: {} }),
    ).toBe(true);
  });
});
