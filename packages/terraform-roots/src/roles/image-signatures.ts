import type { Cluster } from '@bizflow/config';
import { anyResource, inRegion, type Statement } from './statement.ts';

/** Reads signatures beside our images, in the registry of the region: the delivery account's, which admits this account. */
export const policyController = (cluster: Cluster): readonly Statement[] => [
  {
    sid: 'SignInToRegistry',
    actions: ['ecr:GetAuthorizationToken'],
    resources: anyResource,
    condition: inRegion(cluster),
  },
  {
    sid: 'ReadSignatures',
    actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    resources: registries(cluster).map((host) => `${ofRegistry(host)}:repository/bizflow/*`),
  },
];

const registries = ({ registry, former }: Cluster): readonly string[] => [
  ...new Set([registry, ...(former.registries ?? [])]),
];

// `<account>.dkr.ecr.<region>.amazonaws.com`
const ofRegistry = (host: string): string => {
  const [account = '', , , region = ''] = host.split('.');
  return `arn:aws:ecr:${region}:${account}`;
};
