import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.ts';

const readers = ['reader.document.mts', 'reader.cjs'] as const;

const options = {
  target: 'es2023',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  resolveJsonModule: true,
};

/** Its ways to resolve modules. */
export const projects = ['bundler', 'nodenext'] as const;

/** Installs packed packages into a folder with strict projects and readers, without a network. */
export function install(home: string, files: readonly string[]): void {
  const json = (name: string, value: unknown): void =>
    writeFileSync(join(home, name), JSON.stringify(value));
  json('package.json', { private: true, type: 'module' });
  const compiled = { compilerOptions: options, files: ['reader.document.mts'] };
  json('nodenext.json', { ...compiled, compilerOptions: { ...options, module: 'nodenext' } });
  const bundler = { ...options, module: 'esnext', moduleResolution: 'bundler', noEmit: true };
  json('bundler.json', { ...compiled, compilerOptions: bundler });
  for (const reader of readers) {
    copyFileSync(new URL(reader, import.meta.url), join(home, reader));
  }
  const quiet = ['--no-audit', '--no-fund'];
  npm(home, 'install', '--offline', '--no-save', '--ignore-scripts', ...quiet, ...files);
}
