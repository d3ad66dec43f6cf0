import { signatureTag } from '@bizflow/config/delivery';
import { type Problem, problem, shortDigest } from '@bizflow/kernel';
import { type Polling, poll } from './poll.ts';
import { heldAs, holds, platformDigests, type Shelf } from './registry.ts';

/** One image that was pushed in one region and is wanted in all. */
export interface Replicated {
  readonly home: Shelf;
  readonly regions: readonly string[];
  readonly tag: string;
  readonly digest: string;
}

/** Waits until every region has the pushed index, the image of each platform, and the signature. */
export async function waitForReplication(
  { home, regions, tag, digest }: Replicated,
  polling: Polling,
  say: (problems: readonly Problem[]) => void,
): Promise<readonly Problem[]> {
  const image = `${home.repository}:${tag}`;
  const held = await heldAs(home, tag);
  if (held?.digest !== digest) {
    return [
      problem({
        code: 'PUSH_MISSING',
        at: home.region,
        value: held?.digest ?? 'nothing',
        reason: `is the digest of ${image} in ${home.region}; expected ${digest}`,
        remedy: 'push the image again',
      }),
    ];
  }
  const signature = await heldAs(home, signatureTag(digest));
  if (signature === undefined) return [unsigned(home, image, digest)];
  const wanted = [digest, ...platformDigests(held.manifest), signature.digest];
  const missing = async (region: string) =>
    (await holds({ ...home, region }, wanted))
      ? []
      : [
          problem({
            code: 'REPLICA_MISSING',
            at: region,
            value: image,
            reason: `does not have ${shortDigest(digest)}, an image of its index, or its signature`,
            remedy:
              'check the replication status of the image in ECR, and that the registry module is applied in this region',
          }),
        ];
  return poll(polling, async () => (await Promise.all(regions.map(missing))).flat(), say);
}

const unsigned = ({ region }: Shelf, image: string, digest: string): Problem =>
  problem({
    code: 'IMAGE_UNSIGNED',
    at: region,
    value: image,
    reason: `has no signature of ${shortDigest(digest)}, so that no cluster would run it`,
    remedy: 'sign it: sign-image.sh',
  });
