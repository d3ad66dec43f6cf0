import type { Cluster } from '../clusters/clusters.ts';
import { type GroupName, groups } from '../sign-on/groups.ts';

/** The name of a cluster's Argo CD, which only the VPC reaches: `<region>.argocd.<zone>`. */
export const argoCdHost = ({
  environment,
  region,
}: Pick<Cluster, 'environment' | 'region'>): string => `${region.id}.argocd.${environment.zone}`;

/** Where people open it. */
export const argoCdUrl = (cluster: Pick<Cluster, 'environment' | 'region'>): string =>
  `https://${argoCdHost(cluster)}`;

/** Where the issuer sends them back to (Argo CD, "User Management", redirect URI). */
export const argoCdCallback = (cluster: Pick<Cluster, 'environment' | 'region'>): string =>
  `${argoCdUrl(cluster)}/auth/callback`;

/** The issuer of a cluster's ID tokens: its user pool (Cognito, "OpenID Connect endpoints"). */
export const issuer = ({ region, userPool }: Pick<Cluster, 'region' | 'userPool'>): string =>
  `https://cognito-idp.${region.id}.amazonaws.com/${userPool}`;

/**
 * A group as an ID token lists it: a user pool makes `<pool>_<provider>` for each identity provider, and
 * everyone who comes by it is in there (Cognito, "Adding groups to a user pool").
 */
export const groupInToken = ({ userPool }: Pick<Cluster, 'userPool'>, group: GroupName): string =>
  `${userPool}_${groups[group]}`;
