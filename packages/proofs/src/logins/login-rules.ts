import { runsServices } from '@bizflow/config';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Plan, Resource } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { type Setter, settersIn } from './setters.ts';
import {
  type DatabaseUrl,
  databaseUrl,
  isDatabaseUrl,
  type WrittenSecrets,
} from './written-secrets.ts';

interface Instance {
  readonly plan: Plan;
  readonly database: Resource;
}

const instanceAt = (host: string, plans: readonly Plan[]): Instance | undefined =>
  plans
    .flatMap((plan) => plan.resources.map((database) => ({ plan, database })))
    .find(
      ({ database }) => database.type === 'aws_db_instance' && database.values.address === host,
    );

/** What contradicts that a URL logs in. */
const urlRules = (
  at: string,
  { role, secret, host, sslMode }: DatabaseUrl,
  rendered: RenderedFleet,
  written: WrittenSecrets,
): readonly Problem[] => {
  const instance = instanceAt(host, rendered.plans);
  return [
    ...unless(/^(require|verify-ca|verify-full)$/.test(sslMode), {
      code: 'LOGIN_WITHOUT_TLS',
      at,
      value: sslMode,
      reason: 'lets a client connect without TLS, which RDS refuses (rds.force_ssl)',
      remedy: 'write sslmode=require',
    }),
    ...unless(instance !== undefined && sets(instance, role, secret, rendered, written), {
      code: 'LOGIN_UNSET',
      at,
      value: role,
      reason: `is a role whose password in ${host} is set from no place that reads ${secret}`,
      remedy:
        'let RDS set it as its master user, or the migration in the region of the writer as a login',
    }),
  ];
};

/** Whether RDS or a Job beside the database gives a role the password of a secret. */
const sets = (
  { plan, database }: Instance,
  role: string,
  secret: string,
  { planned, manifests }: RenderedFleet,
  written: WrittenSecrets,
): boolean => {
  const { username, password_wo: master } = database.values;
  if (username === role) return master === `‹secret ${secret}›`;
  const cluster = planned.find((one) => one.plan.root === plan.root)?.cluster;
  // The migration sets the logins, and comes with the services: without them no pod reads the URL.
  if (cluster !== undefined && !runsServices(cluster)) return true;
  const setters = cluster === undefined ? [] : settersIn(manifests, `gitops/${cluster.id}/`);
  return setters.some(
    (one) => one.role === role && one.secret === secret && isCurrent(one, written),
  );
};

// A Job that waits for another password than Terraform writes sets none.
const isCurrent = ({ secret, number }: Setter, written: WrittenSecrets): boolean =>
  number !== '' && written.get(secret)?.startsWith(`${number}-`) === true;

/** Every URL of a database that Terraform writes logs in. */
export const loginRules = (rendered: RenderedFleet, written: WrittenSecrets): readonly Problem[] =>
  [...written]
    .filter(([, value]) => isDatabaseUrl(value))
    .flatMap(([name, value]) => {
      const url = databaseUrl(value);
      if (url !== undefined) return urlRules(name, url, rendered, written);
      return problem({
        code: 'LOGIN_URL',
        at: name,
        value: value.replace(/:[^:@]*@/, ':***@'),
        reason: 'names no role, no password from a secret, or no sslmode',
        remedy: 'write postgresql://role:password@host:port/database?sslmode=require',
      });
    });
