import { describe, expect, it } from 'vitest';
import { evidenceRules } from './evidence-rules.ts';

const spdx = 'https://spdx.dev/Document';
const slsa = 'https://slsa.dev/provenance/v1';

/** A layout as buildx writes it: an index of indexes, each image with its attestation beside it. */
const layout = (predicates: Readonly<Record<string, readonly string[]>>) => {
  const blobs: Record<string, unknown> = {
    index: {
      manifests: Object.keys(predicates).flatMap((architecture) => [
        { digest: architecture, platform: { os: 'linux', architecture } },
        {
          digest: `of ${architecture}`,
          platform: { os: 'unknown', architecture: 'unknown' },
          annotations: { 'vnd.docker.reference.digest': architecture },
        },
      ]),
    },
  };
  for (const [architecture, types] of Object.entries(predicates)) {
    const layers = types.map((type) => ({ annotations: { 'in-toto.io/predicate-type': type } }));
    blobs[`of ${architecture}`] = { layers };
  }
  return evidenceRules({ manifests: [{ digest: 'index' }] }, (digest) => blobs[digest]);
};

describe('an image that is signed', () => {
  it('has an SBOM and a provenance for every platform', () => {
    expect(layout({ arm64: [spdx, slsa], amd64: [slsa, spdx] })).toEqual([]);
  });

  it.each([
    ['no SBOM', { arm64: [slsa], amd64: [spdx, slsa] }, ['linux/arm64']],
    ['no provenance', { arm64: [spdx, slsa], amd64: [spdx] }, ['linux/amd64']],
    ['neither', { arm64: [] }, ['linux/arm64', 'linux/arm64']],
    ['no platform', {}, ['image/index.json']],
  ])('is refused with %s', (_, predicates, places) => {
    expect(layout(predicates).map(({ code, at }) => [code, at])).toEqual(
      places.map((at) => ['IMAGE_EVIDENCE', at]),
    );
  });

  it('is refused when its layout is none', () => {
    expect(evidenceRules('a', () => undefined)).toMatchObject([{ code: 'IMAGE_EVIDENCE' }]);
  });
});
