import { type Cluster, type Fleet, variables } from '@bizflow/config';
import { secretName } from '@bizflow/config/names';
import { releaseTokens } from '@bizflow/config/release';
import { drawnSecrets } from '@bizflow/config/secrets';
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
}

/** What a region that writes elsewhere needs from there: addresses with passwords in them. */
const sharedSecrets = ['database', tenancy.secret, 'redis'] as const;

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
  });
  return [
    placed('database', 'DATABASE_URL', writes ? 'composed' : 'copied', readers),
    placed(tenancy.secret, 'URL of migrations', writes ? 'composed' : 'copied', readers),
    placed('redis', 'REDIS_URL', writes ? 'composed' : 'copied', readers),
    ...(writes ? Object.values(drawnSecrets) : []).map((secret) =>
      placed(secret, 'Drawn by Terraform, for the data stores', 'drawn'),
    ),
    ...thirdParties(cluster).map(([secret, description]) => placed(secret, description, 'by-hand')),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
};

// Credentials of providers, notification services and Argo CD; only a person has them.
const thirdParties = ({
  environment,
}: Cluster): readonly (readonly [secret: string, description: string])[] => [
  ...Object.entries(variables).flatMap(([name, variable]) =>
    variable.kind === 'secret' && !sharedSecrets.some((shared) => shared === variable.secret)
      ? [[variable.secret, name] as const]
      : [],
  ),
  ...Object.entries(releaseTokens(environment)).map(([name, secret]) => [secret, name] as const),
  [signOn.clientSecret, 'Secret of Argo CD as a client of the user pool'],
  [repositoryAccess.privateKey, 'Private key of the GitHub App that reads the repository'],
];
