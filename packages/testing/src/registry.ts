import { createHash } from 'node:crypto';
import {
  CreateRepositoryCommand,
  ECRClient,
  PutImageCommand,
  RepositoryAlreadyExistsException,
  StartImageScanCommand,
} from '@aws-sdk/client-ecr';

/** What a test pushes into the registry of one region. */
export interface Push {
  readonly region: string;
  readonly repository: string;
  readonly tag: string;
  /** Other words are other bits, and another digest. */
  readonly build: string;
  readonly architectures: readonly string[];
  /** Findings by severity in each architecture's image; `null` is never scanned. */
  readonly findings: Readonly<Record<string, number>> | null;
  readonly status: string;
}

const hash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const single = 'application/vnd.oci.image.manifest.v1+json';

/** Pushes an image index as `docker buildx` does: each platform's image, then the index. */
export async function push(endpoint: string, account: string, wanted: Push): Promise<string> {
  const client = new ECRClient({ region: wanted.region, endpoint });
  await createRepository(client, wanted.repository);
  const manifests = [];
  for (const architecture of wanted.architectures) {
    const digest = await pushSingle(client, wanted, architecture);
    if (wanted.findings !== null) await scan(client, endpoint, account, wanted, digest);
    manifests.push({ mediaType: single, digest, platform: { os: 'linux', architecture } });
  }
  const attestation = { os: 'unknown', architecture: 'unknown' };
  manifests.push({ mediaType: single, digest: hash('attestation'), platform: attestation });
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType, manifests });
  await client.send(
    new PutImageCommand({
      repositoryName: wanted.repository,
      imageManifest: manifest,
      imageManifestMediaType: mediaType,
      imageTag: wanted.tag,
      // Given, because moto draws a digest by lot for a manifest without layers.
      imageDigest: hash(manifest),
    }),
  );
  client.destroy();
  return hash(manifest);
}

/** Pushes a manifest under the tag that cosign gives the signature of an image. */
export async function pushSignature(
  endpoint: string,
  { region, repository }: Pick<Push, 'region' | 'repository'>,
  digest: string,
): Promise<void> {
  const client = new ECRClient({ region, endpoint });
  const tag = digest.replace(':', '-');
  await pushSingle(client, { repository, build: `signature of ${digest}`, tag }, '.sig', '');
  client.destroy();
}

/** Makes a repository, if it is not there yet. */
export async function createRepository(client: ECRClient, repositoryName: string): Promise<void> {
  try {
    await client.send(new CreateRepositoryCommand({ repositoryName }));
  } catch (error) {
    if (!(error instanceof RepositoryAlreadyExistsException)) throw error;
  }
}

/** Pushes the image of one platform; moto derives its digest from its layer. */
export async function pushSingle(
  client: ECRClient,
  { repository, build, tag }: Pick<Push, 'repository' | 'build' | 'tag'>,
  architecture: string,
  between = '-',
): Promise<string> {
  const layer = hash(`${repository} ${build} ${architecture}`);
  const manifest = {
    schemaVersion: 2,
    mediaType: single,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: layer, size: 7 },
    layers: [{ mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: layer, size: 7 }],
  };
  const { image } = await client.send(
    new PutImageCommand({
      repositoryName: repository,
      imageManifest: JSON.stringify(manifest),
      imageManifestMediaType: single,
      imageTag: `${tag}${between}${architecture}`,
    }),
  );
  return image?.imageId?.imageDigest ?? '';
}

async function scan(
  client: ECRClient,
  endpoint: string,
  account: string,
  { region, repository, findings, status }: Push,
  imageDigest: string,
): Promise<void> {
  const place = { repositoryName: repository, imageId: { imageDigest } };
  await client.send(new StartImageScanCommand(place));
  const result = {
    ...place,
    registryId: account,
    imageScanStatus: { status },
    imageScanFindings: { findings: [], findingSeverityCounts: findings },
  };
  await fetch(`${endpoint}/moto-api/static/ecr/scan-finding-results`, {
    method: 'POST',
    body: JSON.stringify({ account_id: account, region, results: [result] }),
  });
}
