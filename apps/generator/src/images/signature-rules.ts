import { createPublicKey, hash, verify } from 'node:crypto';
import type { AssignedValue } from '@bizflow/config/assigned';
import { publicKeyPem, signedPayload } from '@bizflow/config/delivery';
import { type Problem, shortDigest, unless } from '@bizflow/kernel';
import type { Holding, Question } from './answer.ts';

/** By which key images are signed, and where: the registry that is pushed to. */
export interface Signer {
  readonly key: AssignedValue;
  readonly registry: string;
}

/**
 * The image is signed by the pipeline: the registry of the region has the signature too, under the tag that cosign gives it.
 * A placeholder of the key verifies nothing, so nothing is asked for then; the render names it.
 */
export function signatureRules(
  { region, repository, tag }: Question,
  { digest, signature }: Holding,
  { key, registry }: Signer,
): readonly Problem[] {
  if (key.placeholder) return [];
  const payload = signedPayload(`${registry}/${repository}`, digest);
  const found = signature === null ? [] : signaturesIn(signature, payload);
  const publicKey = createPublicKey(publicKeyPem(key));
  const isSigned = found.some((one) =>
    verify('sha256', Buffer.from(payload), publicKey, Buffer.from(one, 'base64')),
  );
  return unless(isSigned, {
    code: 'IMAGE_UNSIGNED',
    at: region,
    value: `${repository}:${tag}`,
    reason:
      signature === null
        ? `has no signature of ${shortDigest(digest)}`
        : `has a signature of ${shortDigest(digest)} that is not of the key in assigned.signing.images`,
    remedy: 'pin an image that the pipeline made and signed (decision 0083)',
  });
}

interface Manifest {
  readonly layers?: readonly {
    readonly digest?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  }[];
}

/** The signatures of this payload: cosign keeps each beside the digest of what it signs. */
const signaturesIn = (manifest: string, payload: string): readonly string[] =>
  ((JSON.parse(manifest) as Manifest).layers ?? [])
    .filter(({ digest }) => digest === `sha256:${hash('sha256', payload, 'hex')}`)
    .flatMap(({ annotations }) => annotations?.['dev.cosignproject.cosign/signature'] ?? []);
