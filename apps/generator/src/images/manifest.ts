import type { Platform } from './answer.ts';

interface Index {
  readonly manifests?: readonly {
    readonly digest?: string;
    readonly platform?: { readonly os?: string; readonly architecture?: string };
  }[];
}

/** The Linux platforms of an image index or manifest list; none for the manifest of one image. */
export const platformsIn = (manifest: string): readonly Platform[] => {
  const { manifests } = JSON.parse(manifest) as Index;
  // Buildx adds attestations as platforms of the system `unknown`.
  return (manifests ?? []).flatMap(({ digest, platform }) =>
    digest !== undefined && platform?.os === 'linux' && platform.architecture !== undefined
      ? [{ architecture: platform.architecture, digest }]
      : [],
  );
};
