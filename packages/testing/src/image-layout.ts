import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const index = 'application/vnd.oci.image.index.v1+json';
const single = 'application/vnd.oci.image.manifest.v1+json';

/** The predicates that an image of ours has beside it: its SBOM and its provenance. */
export const ofOurs = ['https://spdx.dev/Document', 'https://slsa.dev/provenance/v1'];

/**
 * Writes `image/` into a folder as buildx does, for one platform, with these predicates beside it. `content` makes it
 * another image. Gives the digest of its index.
 */
export function imageLayout(folder: string, predicates: readonly string[], content = ''): string {
  const place = join(folder, 'image');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(join(place, 'blobs/sha256'), { recursive: true });
  const blob = (body: object) => {
    const text = JSON.stringify(body);
    const digest = hash('sha256', text, 'hex');
    writeFileSync(join(place, 'blobs/sha256', digest), text);
    return { digest: `sha256:${digest}`, size: text.length };
  };
  const made = (layers: readonly object[]) => {
    const settings = content === '' ? {} : { author: content };
    const config = { mediaType: 'application/vnd.oci.image.config.v1+json', ...blob(settings) };
    return { mediaType: single, ...blob({ schemaVersion: 2, mediaType: single, config, layers }) };
  };
  const image = made([]);
  const layers = predicates.map((type) => ({
    ...{ mediaType: 'application/vnd.in-toto+json', ...blob({ predicateType: type }) },
    annotations: { 'in-toto.io/predicate-type': type },
  }));
  const manifests = [
    { ...image, platform: { os: 'linux', architecture: 'arm64' } },
    {
      ...made(layers),
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: { 'vnd.docker.reference.digest': image.digest },
    },
  ];
  const top = blob({ schemaVersion: 2, mediaType: index, manifests });
  const layout = { schemaVersion: 2, manifests: [{ mediaType: index, ...top }] };
  writeFileSync(join(place, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(place, 'index.json'), JSON.stringify(layout));
  return top.digest;
}
