import { followed, loner, standby } from '@bizflow/config/testing';
import { planOf } from '@bizflow/terraform-plan';
import { describe, expect, it } from 'vitest';
import { ownManifests, ownPlans, ownTree } from '../../testing/repository.ts';
import { anyResource, builders } from './any-resource.ts';
import { actionLike } from './patterns.ts';
import { type Role, rolesOf } from './roles.ts';
import { isAllowed } from './verdict.ts';

const everyRole = ownPlans.flatMap(rolesOf);
const isBuilder = ({ name }: Role): boolean => builders.some(({ role }) => role.test(name));
const roles = everyRole.filter((role) => !isBuilder(role));
const label = ({ root, name }: Role): string => `${root} ${name}`;

/** Statements that name no resource, action by action. */
const unbound = roles.flatMap((role) =>
  role.statements
    .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
    .flatMap(({ actions, conditions }) => actions.map((action) => ({ role, action, conditions }))),
);

describe('every role of every root', () => {
  it('is there at all', () => {
    expect(roles.length).toBeGreaterThan(80);
  });

  it('names actions one by one, never a service as a whole', () => {
    const wide = roles.flatMap((role) =>
      role.statements
        .filter(({ effect, actions, notActions }) => {
          const isWide = actions.some((action) => /^(\*|[\w-]+:\*)$/.test(action));
          return effect === 'Allow' && (isWide || notActions.length > 0);
        })
        .map(({ sid }) => `${label(role)} ${sid}`),
    );
    expect(wide).toEqual([]);
  });

  it('names a resource wherever AWS lets it, and binds the rest by a condition', () => {
    const unexplained = unbound
      .filter(
        ({ action, conditions }) =>
          !anyResource.some(
            (known) =>
              actionLike(known.action, action) &&
              (known.bound === undefined || conditions.some(([, key]) => key === known.bound)),
          ),
      )
      .map(({ role, action }) => `${label(role)} ${action}`);
    expect(unexplained).toEqual([]);
  });

  it('needs every action that is listed as having no resource', () => {
    const idle = anyResource.filter(
      (known) => !unbound.some(({ action }) => actionLike(known.action, action)),
    );
    expect(idle).toEqual([]);
  });

  it('passes only roles of its own account, each to a named service', () => {
    const passes = roles.flatMap((role) =>
      role.statements
        .filter(({ actions }) => actions.some((action) => actionLike(action, 'iam:PassRole')))
        .map((statement) => ({ role, statement })),
    );
    expect(passes.length).toBeGreaterThan(0);
    for (const { role, statement } of passes) {
      expect(statement.resources.join(), label(role)).toMatch(
        new RegExp(`^arn:aws:iam::${role.place.account}:role/bizflow-[\\w,/:-]+$`),
      );
      expect(
        statement.conditions.map(([, key]) => key),
        label(role),
      ).toContain('iam:PassedToService');
    }
  });

  it('may do nothing to another region of its environment', () => {
    const asked = (place: string, account: string) =>
      [
        ['s3:GetObject', `arn:aws:s3:::bizflow-production-${place}-data-${account}/a`],
        ['s3:PutObject', `arn:aws:s3:::bizflow-production-${place}-data-${account}/a`],
        [
          'secretsmanager:GetSecretValue',
          `arn:aws:secretsmanager:${place}:${account}:secret:bizflow/production/${place}/database-a1B2c3`,
        ],
        [
          'wafv2:UpdateWebACL',
          `arn:aws:wafv2:${place}:${account}:regional/webacl/bizflow-production-${place}-direct/1`,
        ],
        [
          'logs:PutLogEvents',
          `arn:aws:logs:${place}:${account}:log-group:/bizflow/production/${place}/fargate:x`,
        ],
        ['rds:PromoteReadReplica', `arn:aws:rds:${place}:${account}:db:bizflow-primary`],
        ['kms:Decrypt', `arn:aws:kms:${place}:${account}:key/1`],
        ['ec2:TerminateInstances', `arn:aws:ec2:${place}:${account}:instance/i-1`],
        [
          'elasticloadbalancing:DeleteLoadBalancer',
          `arn:aws:elasticloadbalancing:${place}:${account}:loadbalancer/app/x/1`,
        ],
      ] as const;
    const places = [...new Set(roles.map(({ place }) => place.region))];
    const crossing = roles
      .filter(({ root }) => /^environments\/production\/[a-z]{2}-/.test(root))
      .flatMap((role) =>
        places
          .filter((place) => place !== role.place.region)
          .flatMap((place) =>
            asked(place, role.place.account)
              .filter(([action, resource]) => {
                const context = { 'aws:RequestedRegion': place };
                return isAllowed(role.statements, { action, resource, context });
              })
              .map(([action]) => `${label(role)} ${action} ${place}`),
          ),
      );
    expect(crossing).toEqual([]);
  });
});

describe('the role that applies Terraform', () => {
  const all = everyRole.filter(isBuilder);

  it('loses nothing for good, and does not change itself', () => {
    expect(all.length).toBeGreaterThan(0);
    for (const { statements, place, name } of all) {
      const asks = (action: string, resource: string, region: string = followed.id) =>
        isAllowed(statements, { action, resource, context: { 'aws:RequestedRegion': region } });
      const own = `arn:aws:iam::${place.account}:role/${name}`;
      expect(asks('ec2:CreateVpc', '*')).toBe(true);
      expect(asks('ec2:CreateVpc', '*', 'sa-east-1')).toBe(false);
      expect(asks('iam:CreateUser', `arn:aws:iam::${place.account}:user/x`)).toBe(false);
      for (const [action, resource] of [
        ['rds:DeleteDBInstance', `arn:aws:rds:${followed.id}:${place.account}:db:x`],
        ['s3:DeleteBucket', 'arn:aws:s3:::bizflow-terraform'],
        ['kms:ScheduleKeyDeletion', `arn:aws:kms:${followed.id}:${place.account}:key/1`],
        ['cloudtrail:StopLogging', `arn:aws:cloudtrail:${followed.id}:${place.account}:trail/x`],
        ['iam:PutRolePolicy', own],
        ['iam:UpdateAssumeRolePolicy', own],
      ] as const) {
        expect(asks(action, resource), action).toBe(false);
      }
    }
  });
});

describe('the role that plans Terraform', () => {
  const all = everyRole.filter(({ name }) => name.endsWith('-github-plan'));

  it.each([
    [true, 's3:GetObject', `arn:aws:s3:::bizflow-terraform-${followed.id}-{account}/a.tfstate`],
    [false, 's3:PutObject', `arn:aws:s3:::bizflow-terraform-${followed.id}-{account}/a.tfstate`],
    [false, 's3:GetObject', `arn:aws:s3:::bizflow-production-${loner.id}-data-{account}/a`],
    [
      false,
      'secretsmanager:GetSecretValue',
      `arn:aws:secretsmanager:${loner.id}:{account}:secret:bizflow/production/${loner.id}/database-a1B2c3`,
    ],
    [false, 'sts:AssumeRole', 'arn:aws:iam::{account}:role/bizflow-production-global-github-apply'],
  ])('answers %s to %s of %s', (answer, action, resource) => {
    expect(all.length).toBeGreaterThan(0);
    for (const { statements, place, name } of all) {
      const own = resource.replace('{account}', place.account);
      expect(isAllowed(statements, { action, resource: own, context: {} }), name).toBe(answer);
    }
  });
});

describe('roles of pods', () => {
  // A ServiceAccount that Argo CD renders, and the values of charts that make one.
  const accounts = Object.entries(ownManifests).flatMap(([file, text]) =>
    [...text.matchAll(/role-arn: arn:aws:iam::(\d{12}):role\/([\w-]+)/g)].map(
      ([, account = '', name = '']) => ({ file, account, name, text }),
    ),
  );
  const byName = new Map(roles.map((role) => [`${role.place.account} ${role.name}`, role]));

  it('each trust one service account, and are taken with a token for STS alone', () => {
    for (const { file, account, name } of accounts) {
      const role = byName.get(`${account} ${name}`);
      const [trust, ...others] = role?.trust ?? [];
      expect(others, file).toEqual([]);
      expect(trust?.actions, file).toEqual(['sts:AssumeRoleWithWebIdentity']);
      const keys = trust?.conditions.map(
        ([operator, key]) => `${operator} ${key.split('›').at(-1)}`,
      );
      expect(keys?.toSorted(), file).toEqual(['StringEquals :aud', 'StringEquals :sub']);
    }
    expect(accounts.length).toBeGreaterThan(40);
  });

  it("trust the very service account that carries the role's ARN", () => {
    const rendered = accounts.filter(({ text }) => /^kind: ServiceAccount$/m.test(text));
    expect(rendered.length).toBeGreaterThan(10);
    for (const { file, account, name, text } of rendered) {
      const field = (key: string) => new RegExp(`^ {2}${key}: (\\S+)$`, 'm').exec(text)?.[1];
      const subject = `system:serviceaccount:${field('namespace')}:${field('name')}`;
      const trust = byName.get(`${account} ${name}`)?.trust ?? [];
      const values = trust.flatMap(({ conditions }) =>
        conditions.flatMap(([, , wanted]) => wanted),
      );
      expect(values, file).toContain(subject);
    }
  });
});

describe('a planted fault', () => {
  const [root = ''] = ownPlans
    .map((plan) => plan.root)
    .filter((path) => path.includes(`/${standby.id}`));
  const planted = (from: string, to: string) => {
    const source = ownTree[root];
    if (source === undefined) throw new Error('no root');
    const changed = JSON.parse(JSON.stringify(source).replaceAll(from, to));
    return rolesOf(planOf({ ...ownTree, [root]: changed }, root));
  };

  it('shows: a bucket of another region becomes readable', () => {
    const here = `arn:aws:s3:::bizflow-production-${standby.id}-data`;
    const there = `arn:aws:s3:::bizflow-production-${loner.id}-data`;
    const api = planted(here, there).find(({ name }) => name.endsWith('-api'));
    const resource = `${there}-${api?.place.account}/a`;
    expect(
      isAllowed(api?.statements ?? [], { action: 's3:GetObject', resource, context: {} }),
    ).toBe(true);
  });
});
