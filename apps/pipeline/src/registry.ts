import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  ECRClient,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { items, members } from './json.ts';

/** One repository in the registry of one region. Endpoint and credentials are the SDK's own. */
export interface Shelf {
  readonly region: string;
  readonly account: string;
  readonly repository: string;
}

/** An image in a registry. */
export interface Held {
  readonly digest: string;
  readonly manifest: string;
  readonly mediaType: string;
}

/** What a tag names there; `undefined` when it names nothing. */
export const heldAs = (shelf: Shelf, tag: string): Promise<Held | undefined> =>
  asking(shelf, async (client, place) => {
    const wanted = { ...place, imageIds: [{ imageTag: tag }], acceptedMediaTypes: indexTypes };
    const [image] = (await client.send(new BatchGetImageCommand(wanted))).images ?? [];
    const digest = image?.imageId?.imageDigest;
    if (image?.imageManifest === undefined || digest === undefined) return undefined;
    const mediaType =
      image.imageManifestMediaType ?? String(members(JSON.parse(image.imageManifest)).mediaType);
    return { digest, manifest: image.imageManifest, mediaType };
  });

/** Adds a tag to an existing image; the same tag on the same image changes nothing. */
export const putTag = (shelf: Shelf, { digest, manifest, mediaType }: Held, tag: string) =>
  asking(shelf, async (client, place) => {
    const image = {
      imageManifest: manifest,
      imageManifestMediaType: mediaType,
      imageDigest: digest,
    };
    try {
      await client.send(new PutImageCommand({ ...place, ...image, imageTag: tag }));
    } catch (error) {
      if (!isNamed(error, 'ImageAlreadyExistsException')) throw error;
    }
  });

/** Whether all these digests are there. */
export const holds = (shelf: Shelf, digests: readonly string[]): Promise<boolean> =>
  asking(shelf, async (client, place) => {
    try {
      const imageIds = digests.map((imageDigest) => ({ imageDigest }));
      await client.send(new DescribeImagesCommand({ ...place, imageIds }));
      return true;
    } catch (error) {
      // A repository that replication has not created yet has no images either.
      if (absent.some((name) => isNamed(error, name))) return false;
      throw error;
    }
  });

/** The digests of the platforms' images under an index: they are carried on one by one. */
export const platformDigests = (manifest: string): readonly string[] =>
  items(members(JSON.parse(manifest)).manifests)
    .map(members)
    .filter(({ platform }) => members(platform).os === 'linux')
    .map(({ digest }) => String(digest));

const absent = ['ImageNotFoundException', 'RepositoryNotFoundException'];

const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

const isNamed = (error: unknown, name: string): boolean =>
  error instanceof Error && error.name === name;

interface Place {
  readonly registryId: string;
  readonly repositoryName: string;
}

async function asking<T>(
  { region, account, repository }: Shelf,
  run: (client: ECRClient, place: Place) => Promise<T>,
): Promise<T> {
  const client = new ECRClient({ region });
  try {
    return await run(client, { registryId: account, repositoryName: repository });
  } finally {
    client.destroy();
  }
}
