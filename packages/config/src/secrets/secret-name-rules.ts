import { type Problem, problem, unless } from '@bizflow/kernel';
import { delivery } from '../delivery/delivery.ts';
import { providers } from '../network/providers.ts';
import { pagingTokens } from '../release/notifications.ts';
import { variables } from '../services/variables.ts';
import { repositoryAccess, signOn } from '../sign-on/sign-on.ts';
import { drawnSecrets } from './drawn-secrets.ts';
import { secretPolicy } from './secret-policy.ts';

/** A secret of each cluster's Secrets Manager, and the fact that names it. */
export interface NamedSecret {
  readonly at: string;
  readonly name: string;
  /** Whether a third party gives it out, who then must be reachable. */
  readonly given: boolean;
}

const given = (at: string, name: string): NamedSecret => ({ at, name, given: true });
const own = (at: string, name: string): NamedSecret => ({ at, name, given: false });

// Addresses inside the VPC, which Terraform writes.
const ofDataStores: readonly string[] = [variables.DATABASE_URL.secret, variables.REDIS_URL.secret];

/** Every secret below `bizflow/<environment>/<region>/`. */
const named = (): readonly NamedSecret[] => [
  ...Object.entries(variables).flatMap(([variable, value]) => {
    if (value.kind !== 'secret') return [];
    const at = `services.variables.${variable}.secret`;
    return ofDataStores.includes(value.secret) && /^(DATABASE|REDIS)_/.test(variable)
      ? [own(at, value.secret)]
      : [given(at, value.secret)];
  }),
  // Also where a mistake sends no page: that is said at the destination.
  ...Object.entries(pagingTokens).map(([key, name]) => given(`release.tokens.${key}`, name)),
  ...Object.entries(drawnSecrets).map(([key, name]) => own(`secrets.drawnSecrets.${key}`, name)),
  own('signOn.signOn.clientSecret', signOn.clientSecret),
  own('signOn.repositoryAccess.privateKey', repositoryAccess.privateKey),
];

const pipelines = (): readonly NamedSecret[] =>
  Object.entries(delivery.secrets).map(([key, name]) => own(`delivery.secrets.${key}`, name));

/** Each secret has a name that Secrets Manager takes, one owner, and, if it was given out, someone who answers to it. */
export const secretNameRules = (
  secrets: readonly NamedSecret[] = named(),
  ofPipelines: readonly NamedSecret[] = pipelines(),
  answering: readonly string[] = Object.keys(providers),
): readonly Problem[] => [
  ...[...secrets, ...ofPipelines].flatMap(spelled),
  ...once(secrets),
  ...once(ofPipelines),
  ...secrets.filter((secret) => secret.given).flatMap((secret) => answered(secret, answering)),
  ...answering
    .filter((name) => !secrets.some((secret) => secret.given && secret.name === name))
    .map(unused),
  ...passwords(),
];

// Secrets Manager API, "CreateSecret".
const spelled = ({ at, name }: NamedSecret): readonly Problem[] =>
  unless(/^[\w+=.@-]+(\/[\w+=.@-]+)*$/.test(name) && !name.includes('..'), {
    code: 'SECRET_NAME',
    at,
    value: name,
    reason: 'is not a name that Secrets Manager accepts',
    remedy: 'use letters, digits, dashes and underscores',
  });

const once = (secrets: readonly NamedSecret[]): readonly Problem[] =>
  secrets.flatMap(({ at, name }, index) => {
    const first = secrets.findIndex((other) => other.name === name);
    return unless(first === index, {
      code: 'SECRET_SHARED',
      at,
      value: name,
      reason: `is already the secret of ${secrets[first]?.at}, and each would overwrite or read the other's`,
      remedy: 'give each owner a secret of its own',
    });
  });

const answered = ({ at, name }: NamedSecret, answering: readonly string[]): readonly Problem[] =>
  unless(answering.includes(name), {
    code: 'SECRET_UNANSWERED',
    at,
    value: name,
    reason:
      'has no hosts in packages/config/src/network/providers.ts, so nothing that uses it is reachable',
    remedy: `write them there, or use ${answering.join(', ')}`,
  });

const unused = (name: string): Problem =>
  problem({
    code: 'PROVIDER_UNUSED',
    at: `network.providers.${name}`,
    value: name,
    reason: 'belongs to a secret that nothing uses, and the firewall allows its hosts',
    remedy:
      'let a variable or a token have this secret again, or remove it from packages/config/src/network/providers.ts',
  });

// RDS API, `MasterUserPassword`: 8 to 128; ElastiCache, `AuthToken`: 16 to 128. Below 32 they could be guessed.
const passwords = (length: number = secretPolicy.passwordLength): readonly Problem[] =>
  unless(length >= 32 && length <= 128, {
    code: 'PASSWORD_LENGTH',
    at: 'secrets.secretPolicy.passwordLength',
    value: length,
    reason: 'must be >= 32, too many to guess, and <= 128, the most that RDS and ElastiCache take',
    remedy: 'choose 32 to 128',
  });
