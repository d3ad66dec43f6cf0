import type { Cluster } from '../clusters/clusters.ts';
import { regionRoot } from '../order/root-paths.ts';

/** Terraform in the root of a region. */
export const terraform = (cluster: Cluster, words: string): string =>
  `terraform -chdir=terraform/environments/${regionRoot(cluster)} ${words}`;

/** Terraform in the global root, which has DNS. */
export const globalRoot = ({ environment }: Cluster): string =>
  `terraform -chdir=terraform/environments/${environment.name}/global apply`;

/** kubectl with the context of a cluster, which has the cluster's name. */
export const kubectl = ({ name }: Cluster, words: string): string =>
  `kubectl --context ${name} ${words}`;

/** AWS's command in a region. */
export const aws = ({ region }: Cluster, words: string): string =>
  `aws --region ${region.id} ${words}`;
