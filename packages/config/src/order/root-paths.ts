import type { AccountName } from '../assigned/assigned.ts';
import type { Cluster } from '../clusters/clusters.ts';
import { type Environment, environments } from '../environments/environments.ts';

type Of = Pick<Environment, 'name'>;

/**
 * The folder of a cluster's Terraform root below `terraform/environments/`, as the document draws it:
 * below the environment, or the environment's own where it has a single site.
 */
export const regionRoot = ({
  environment,
  region,
}: Pick<Cluster, 'environment' | 'region'>): string =>
  environment.sites === 'catalog' || environment.sites.length > 1
    ? `${environment.name}/${region.id}`
    : environment.name;

/** The folder of what an environment has outside its regions. */
export const globalRoot = ({ name }: Of): string => `${name}/global`;

/** The folder of the link between an environment's hub and another of its regions. */
export const linkRoot = ({ name }: Of, spoke: string): string => `${name}/links/${spoke}`;

/** The folder of what GitHub's workflows may do in the account of an environment, or in delivery's. */
export const accessRoot = (account: AccountName): string =>
  account === 'delivery' ? `${releasesTo.name}/delivery/access` : `${account}/access`;

/** The environment whose folder contains the roots of the delivery account. */
export const releasesTo: Environment = environments.production;

/** The folder of the delivery account in a region. */
export const deliveryRoot = (region: string): string => `${releasesTo.name}/delivery/${region}`;
