import type { Thing } from '@bizflow/config/permissions';
import { type Meeting, type Target, target } from './target.ts';

/** Repositories of our images, in the registries from which images may come in a place. */
export const registryThings = {
  // `<account>.dkr.ecr.<region>.amazonaws.com`
  imageRepository: (at) =>
    [at.cluster.registry, ...(at.cluster.former.registries ?? [])].flatMap((host) => {
      const [account, , , region] = host.split('.');
      return target(at, `arn:aws:ecr:${region}:${account}:repository/bizflow/x`);
    }),
} satisfies { readonly [thing in Thing]?: (at: Meeting) => readonly Target[] };
