/** A value of `exports`: a path, or one for each condition. */
type Target = string | { readonly [condition: string]: Target };

/** What this repository's own manifests carry and a published one must too. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, Target>>;
  /** This repository's own: modules whose values are published in place of their code. */
  readonly computed?: readonly string[];
  readonly [field: string]: unknown;
}

const source = '@bizflow/source';

// How the package is made, which its readers cannot run.
const own = ['computed', 'devDependencies', 'files', 'nx', 'publishConfig', 'scripts'];

/**
 * The manifest that the tarball carries. Its folder is `dist/`, so paths lose that prefix; the condition
 * that opens sources, and each entry that has nothing else, goes.
 */
export function publishedManifest(manifest: Manifest): Manifest {
  const kept = Object.entries(manifest).filter(([field]) => !own.includes(field));
  const entries = Object.entries(manifest.exports).flatMap(([subpath, target]) => {
    const built = builtTarget(target);
    return built === undefined ? [] : [[subpath, built] as const];
  });
  return {
    ...(Object.fromEntries(kept) as Manifest),
    exports: Object.fromEntries(entries),
    // npm reads a `.gitignore` of the repository where a manifest names no files.
    files: ['**', '!tsc', '!.tsbuildinfo'],
  };
}

function builtTarget(target: Target): Target | undefined {
  if (typeof target === 'string') return target.replace(/^\.\/dist\//, './');
  const conditions = Object.entries(target).flatMap(([condition, inner]) => {
    const built = condition === source ? undefined : builtTarget(inner);
    return built === undefined ? [] : [[condition, built] as const];
  });
  return conditions.length === 0 ? undefined : Object.fromEntries(conditions);
}
