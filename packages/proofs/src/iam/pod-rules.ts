import { type Problem, problem } from '@bizflow/kernel';
import { label } from './role-rules.ts';
import type { Role } from './roles.ts';

/** A role that a manifest takes for its pods: a ServiceAccount, or a chart's values that make one. */
export interface TakenRole {
  readonly file: string;
  readonly account: string;
  readonly name: string;
  /** The service account that carries it, where the file is one. */
  readonly subject: string | undefined;
}

/** The roles that the files of `gitops/` take. */
export const takenRoles = (manifests: Readonly<Record<string, string>>): readonly TakenRole[] =>
  Object.entries(manifests).flatMap(([file, text]) =>
    [...text.matchAll(/role-arn: arn:aws:iam::(\d{12}):role\/([\w-]+)/g)].map(
      ([, account = '', name = '']) => ({ file, account, name, subject: subjectOf(text) }),
    ),
  );

/** Namespace and name of the ServiceAccount that a file is; nothing where it is none. */
export const serviceAccountIn = (text: string): readonly string[] => {
  const field = (key: string) => new RegExp(`^ {2}${key}: (\\S+)$`, 'm').exec(text)?.[1];
  return /^kind: ServiceAccount$/m.test(text) ? [`${field('namespace')}`, `${field('name')}`] : [];
};

const subjectOf = (text: string): string | undefined => {
  const account = serviceAccountIn(text);
  return account.length === 0 ? undefined : ['system:serviceaccount', ...account].join(':');
};

/** A pod's role trusts the one service account that carries it, and a token for STS alone. */
export const podRules = (
  roles: readonly Role[],
  taken: readonly TakenRole[],
): readonly Problem[] => {
  const byName = new Map(roles.map((role) => [`${role.place.account} ${role.name}`, role]));
  return taken.flatMap((one) => {
    const role = byName.get(`${one.account} ${one.name}`);
    // The proof of names reports a role that no root makes.
    return role === undefined || trusts(role, one.subject) ? [] : [untrusting(role, one)];
  });
};

const trusts = ({ trust }: Role, subject: string | undefined): boolean => {
  const [only, ...others] = trust;
  if (only === undefined || others.length > 0) return false;
  const keys = only.conditions.map(([operator, key]) => `${operator} ${key.split('›').at(-1)}`);
  const values = only.conditions.flatMap(([, , wanted]) => wanted);
  return (
    only.actions.join() === 'sts:AssumeRoleWithWebIdentity' &&
    keys.toSorted().join() === 'StringEquals :aud,StringEquals :sub' &&
    (subject === undefined || values.includes(subject))
  );
};

const untrusting = (role: Role, { file, subject }: TakenRole): Problem =>
  problem({
    code: 'TRUST_WRONG',
    at: label(role),
    value: subject ?? file,
    reason: `${file} uses this role, but its trust policy must allow only this service account`,
    remedy: 'in the trust policy, require this service account (sub) and sts.amazonaws.com (aud)',
  });
