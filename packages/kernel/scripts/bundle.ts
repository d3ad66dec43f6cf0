import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const kernel = fileURLToPath(new URL('../', import.meta.url));
const isKernel = (id: string): boolean => id === '@bizflow/kernel';

/** The modules of a package with those of the kernel that they use, each in its own file. */
async function modules(folder: string, dist: string): Promise<void> {
  const build = await rolldown({
    input: join(folder, 'src/index.ts'),
    external: (id) => id.startsWith('@bizflow/') && !isKernel(id),
    resolve: { conditionNames: ['@bizflow/source'] },
    tsconfig: false,
  });
  await build.write({
    dir: dist,
    preserveModules: true,
    preserveModulesRoot: join(folder, 'src'),
  });
}

// No tool that joins declarations installs on every platform, so they are copied as tsc wrote them.
function declarations(from: string, to: string, kernelIndex: string): void {
  for (const path of globSync('**/*.d.ts', { cwd: from })) {
    const file = join(to, path);
    const own = relative(dirname(file), kernelIndex);
    const specifier = own.startsWith('.') ? own : `./${own}`;
    mkdirSync(dirname(file), { recursive: true });
    const text = readFileSync(join(from, path), 'utf8');
    writeFileSync(file, text.replaceAll(/'@bizflow\/kernel'/g, `'${specifier}'`));
  }
}

/**
 * Builds the published packages in the given folders into `dist/`, so that the kernel stays private
 * and they keep no dependency on it. It needs what `tsc` has written.
 */
for (const folder of process.argv.slice(2).map((path) => resolve(path))) {
  const dist = join(folder, 'dist');
  const inlined = join(dist, 'kernel/src');
  await modules(folder, dist);
  declarations(join(dist, 'tsc'), dist, join(inlined, 'index.js'));
  declarations(join(kernel, 'dist'), inlined, join(inlined, 'index.js'));
}
