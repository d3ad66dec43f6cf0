import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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

/** Removes what an older build left, but for what `tsc` has just written. */
function clean(dist: string): void {
  for (const name of readdirSync(dist).filter((entry) => entry !== 'tsc')) {
    rmSync(join(dist, name), { recursive: true });
  }
}

// No tool that joins declarations installs on every platform, so they are copied as tsc wrote them;
// tsc leaves those of a source that is gone.
function declarations(from: string, source: string, to: string, kernelIndex: string): void {
  const isFresh = (path: string) => existsSync(join(source, path.replace(/\.d\.ts$/, '.ts')));
  for (const path of globSync('**/*.d.ts', { cwd: from }).filter(isFresh)) {
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
  clean(dist);
  await modules(folder, dist);
  const index = join(inlined, 'index.js');
  declarations(join(dist, 'tsc'), join(folder, 'src'), dist, index);
  declarations(join(kernel, 'dist'), join(kernel, 'src'), inlined, index);
}
