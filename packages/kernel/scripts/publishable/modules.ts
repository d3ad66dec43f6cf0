import { join } from 'node:path';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';

/** The entry points of a package: the built file's name without its ending, and its source. */
export type Entries = Readonly<Record<string, string>>;

/** A package, and its modules whose values are published in place of their code. */
export interface Source {
  readonly folder: string;
  readonly computed: readonly string[];
}

const isKernel = (id: string): boolean => id === '@bizflow/kernel';

/**
 * Modules whose values are computed from facts when they load: their values are published, and the computing is
 * not. They are named in the manifest, by their paths in the package.
 */
const literals = (folder: string, paths: readonly string[]): Plugin => ({
  name: 'literals',
  async load(id) {
    if (!paths.some((path) => join(folder, path) === id)) return undefined;
    const values: Readonly<Record<string, unknown>> = await import(id);
    const lines = Object.entries(values)
      .filter(([, value]) => typeof value !== 'function')
      .map(
        ([name, value]) =>
          `export const ${name} = /* @__PURE__ */ freeze(${JSON.stringify(value)});`,
      );
    return ["import { freeze } from '@bizflow/kernel';", ...lines].join('\n');
  },
});

async function write(
  { folder, computed }: Source,
  input: Entries,
  output: OutputOptions,
): Promise<void> {
  const build = await rolldown({
    input: Object.fromEntries(
      Object.entries(input).map(([name, path]) => [name, join(folder, path)]),
    ),
    external: (id) => id.startsWith('@bizflow/') && !isKernel(id),
    resolve: { conditionNames: ['@bizflow/source'] },
    tsconfig: false,
    plugins: [literals(folder, computed)],
  });
  await build.write(output);
}

/** For bundlers: each module, with those of the kernel that it uses, in a file of its own. */
export const modules = (source: Source, entries: Entries, dist: string): Promise<void> =>
  write(source, entries, {
    dir: dist,
    preserveModules: true,
    preserveModulesRoot: join(source.folder, 'src'),
  });

/** For Node, which pays for each file that it opens: an entry point is one file, `node/<name>.js`. */
export async function singleFiles(source: Source, entries: Entries, dist: string): Promise<void> {
  for (const [name, path] of Object.entries(entries)) {
    await write(source, { [name]: path }, { dir: join(dist, 'node') });
  }
}
