import {
  BatchGetImageCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  ECRClient,
  type ImageScanFindings,
} from '@aws-sdk/client-ecr';
import { signatureTag } from '@bizflow/config/delivery';
import type { Answer, Holding, Question, RegistryError, Scan } from './images/answer.ts';
import { platformsIn } from './images/manifest.ts';

/**
 * Asks the registry of one region what a tag names there: the only network of this repository's
 * generators. Endpoint, credentials and attempts come from the SDK's own environment variables.
 */
export async function ask(question: Question, timeoutSeconds: number): Promise<Answer> {
  const milliseconds = timeoutSeconds * 1000;
  const client = new ECRClient({
    region: question.region,
    requestHandler: {
      connectionTimeout: milliseconds,
      socketTimeout: milliseconds,
    },
  });
  try {
    // A timeout ends a request without an answer; four calls with three attempts each still end.
    const abortSignal = AbortSignal.timeout(12 * milliseconds);
    return { question, holding: await holding(client, question, { abortSignal }) };
  } catch (error) {
    return { question, error: registryError(error) };
  } finally {
    client.destroy();
  }
}

const indexTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

type Until = { readonly abortSignal: AbortSignal };

async function holding(client: ECRClient, question: Question, until: Until): Promise<Holding> {
  const place = { registryId: question.account, repositoryName: question.repository };
  const { images = [], failures = [] } = await client.send(
    new BatchGetImageCommand({
      ...place,
      imageIds: [{ imageTag: question.tag }],
      acceptedMediaTypes: indexTypes,
    }),
    until,
  );
  const [{ registryId = question.account, imageId, imageManifest } = {}] = images;
  const digest = imageId?.imageDigest;
  if (digest === undefined || imageManifest === undefined) {
    const [{ failureCode = 'ImageNotFound', failureReason = 'no image came back' } = {}] = failures;
    throw Object.assign(new Error(failureReason), { name: failureCode });
  }
  const { imageDetails = [] } = await client.send(
    new DescribeImagesCommand({ ...place, imageIds: [{ imageDigest: digest }] }),
    until,
  );
  const platforms = platformsIn(imageManifest);
  const own = platforms.find(({ architecture }) => architecture === question.architecture);
  return {
    account: registryId,
    digest,
    platforms,
    pushedAt: imageDetails[0]?.imagePushedAt?.toISOString() ?? null,
    scan: own === undefined ? null : await scan(client, place, own.digest, until),
    signature: await signature(client, place, digest, until),
  };
}

type Place = { readonly registryId: string; readonly repositoryName: string };

// ECR scans images, never an index (aws/containers-roadmap#1683), and its newer basic scanning
// leaves imageScanFindingsSummary of DescribeImages empty: so the platform's own image is asked for.
async function scan(
  client: ECRClient,
  place: Place,
  digest: string,
  until: Until,
): Promise<Scan | null> {
  try {
    const { imageScanStatus, imageScanFindings } = await client.send(
      new DescribeImageScanFindingsCommand({ ...place, imageId: { imageDigest: digest } }),
      until,
    );
    return { status: imageScanStatus?.status ?? 'unknown', counts: countsOf(imageScanFindings) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ScanNotFoundException') return null;
    throw error;
  }
}

async function signature(
  client: ECRClient,
  place: Place,
  digest: string,
  until: Until,
): Promise<string | null> {
  const imageIds = [{ imageTag: signatureTag(digest) }];
  const wanted = { ...place, imageIds, acceptedMediaTypes: indexTypes };
  const { images = [] } = await client.send(new BatchGetImageCommand(wanted), until);
  return images[0]?.imageManifest ?? null;
}

const countsOf = (found: ImageScanFindings | undefined): Scan['counts'] => {
  if (found?.findingSeverityCounts !== undefined) return found.findingSeverityCounts;
  const counts: Record<string, number> = {};
  for (const { severity = 'UNDEFINED' } of [
    ...(found?.findings ?? []),
    ...(found?.enhancedFindings ?? []),
  ]) {
    counts[severity] = (counts[severity] ?? 0) + 1;
  }
  return counts;
};

const registryError = (error: unknown): RegistryError => {
  if (!(error instanceof Error)) return { name: 'unknown', code: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { name: error.name, code, message: error.message };
};
