import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Copies declarations as `tsc` wrote them, since no tool that joins them installs on every platform. `tsc`
 * leaves those of a source that is gone, which are not copied; imports of the kernel become relative paths.
 */
export function declarations(from: string, source: string, to: string, kernelIndex: string): void {
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
