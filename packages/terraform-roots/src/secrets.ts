import { type Cluster, type Fleet, variables } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { releaseTokens } from '@bizflow/config/release';
import { drawnSecrets, loginColours, passwordNumber } from '@bizflow/config/secrets';
import { repositoryAccess, signOn } from '@bizflow/config/sign-on';
import { tenancy } from '@bizflow/config/tenancy';
import { readersOf, writerOf } from './neighbours.ts';

/** A secret of a cluster's place, and how its value gets there. */
export interface PlacedSecret {
  /** Its whole name, as gitops/ derives it. */
  readonly name: string;
  /** The last part of the name. */
  readonly secret: string;
  readonly description: string;
  /** `drawn` and `copied` by Terraform, `composed` from what it made; `by-hand` by a person. */
  readonly value: 'drawn' | 'copied' | 'composed' | 'by-hand';
  /** Regions with a replica: those whose pods write here. */
  readonly replicaRegions: readonly string[];
  /** Terraform writes the value again when this rises. */
  readonly version: number;
}

/** What Terraform composes of addresses and passwords. */
const { DATABASE_URL: database, REDIS_URL: redis } = variables;
const composedSecrets: readonly string[] = [database.secret, tenancy.secret, redis.secret];

/** A value follows the password that it is or contains; this number rises with it. */
const versionOf = ({ environment }: Cluster, { foundations }: Fleet, secret: string): number => {
  const { loginPasswords, credentialsVersion } = foundations[environment.name];
  const colour = loginColours.find((one) => drawnSecrets[one] === secret);
  if (colour !== undefined) return passwordNumber(colour, loginPasswords);
  return secret === database.secret ? loginPasswords.used : credentialsVersion;
};

/** Every secret of a cluster's place, in the order of the names. */
export const secretsAt = (cluster: Cluster, fleet: Fleet): readonly PlacedSecret[] => {
  const readers = readersOf(cluster, fleet).map(({ region }) => region.id);
  const writes = writerOf(cluster, fleet) === undefined;
  const placed = (
    secret: string,
    description: string,
    value: PlacedSecret['value'],
    replicaRegions: readonly string[] = [],
  ): PlacedSecret => ({
    name: secretName(cluster, secret),
    secret,
    description,
    value,
    replicaRegions,
    version: versionOf(cluster, fleet, secret),
  });
  return [
    placed(database.secret, 'DATABASE_URL', writes ? 'composed' : 'copied', readers),
    placed(tenancy.secret, 'URL of migrations', writes ? 'composed' : 'copied', readers),
    placed(redis.secret, 'REDIS_URL', writes ? 'composed' : 'copied', readers),
    // A region that writes elsewhere has them too: where it takes over, they stay as its database knows them.
    ...Object.values(drawnSecrets).map((secret) =>
      placed(
        secret,
        'Drawn by Terraform, for the data stores',
        writes ? 'drawn' : 'copied',
        readers,
      ),
    ),
    ...thirdParties(cluster).map(([secret, description]) => placed(secret, description, 'by-hand')),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

// Credentials of providers, notification services and Argo CD; only a person has them.
const thirdParties = ({
  environment,
}: Cluster): readonly (readonly [secret: string, description: string])[] => [
  ...Object.entries(variables).flatMap(([name, variable]) =>
    variable.kind === 'secret' && !composedSecrets.includes(variable.secret)
      ? [[variable.secret, name] as const]
      : [],
  ),
  ...Object.entries(releaseTokens(environment)).map(([name, secret]) => [secret, name] as const),
  [signOn.clientSecret, 'Secret of Argo CD as a client of the user pool'],
  [repositoryAccess.privateKey, 'Private key of the GitHub App that reads the repository'],
];
