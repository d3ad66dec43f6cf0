import { type Problem, problem } from '@bizflow/kernel';
import { items, members, text } from '../json.ts';

/** What must be known of each platform's image, by the predicate that buildx writes beside it. */
const wanted = {
  SBOM: 'https://spdx.dev/Document',
  provenance: 'https://slsa.dev/provenance/',
};

/** The JSON of a blob of an OCI layout, by its digest. */
export type Blobs = (digest: string) => unknown;

/**
 * Every platform's image in an OCI layout has an SBOM and a provenance. They are part of the index, so that a signature of
 * the index is one of them too.
 */
export function evidenceRules(index: unknown, blobs: Blobs): readonly Problem[] {
  const [image] = manifestsOf(index);
  const manifests = manifestsOf(blobs(text(image?.digest)));
  const images = manifests.filter(({ platform }) => members(platform).os === 'linux');
  if (images.length === 0) return [missing('image/index.json', 'no image', 'names no image')];
  return images.flatMap(({ platform, digest }) => {
    const found = manifests
      .filter(({ annotations }) => members(annotations)[subject] === digest)
      .flatMap((one) => items(members(blobs(text(one.digest))).layers))
      .map((layer) => text(members(members(layer).annotations)[predicate]));
    const at = `linux/${text(members(platform).architecture)}`;
    return Object.entries(wanted)
      .filter(([, type]) => !found.some((one) => one.startsWith(type)))
      .map(([name, type]) => missing(at, text(digest), `has no ${name} (${type}) in its index`));
  });
}

const subject = 'vnd.docker.reference.digest';
const predicate = 'in-toto.io/predicate-type';

const manifestsOf = (index: unknown) => items(members(index).manifests).map(members);

const missing = (at: string, value: string, reason: string): Problem =>
  problem({
    ...{ code: 'IMAGE_EVIDENCE', at, value, reason },
    remedy: 'build it with build-image.sh, which asks buildx for both',
  });
