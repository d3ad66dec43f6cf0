import { expect, it } from 'vitest';
import { publishedManifest } from './manifest.ts';

const manifest = {
  name: '@example/one',
  version: '1.2.3',
  license: 'Apache-2.0',
  dependencies: { '@example/two': '^1.0.0' },
  devDependencies: { vitest: '1.0.0' },
  nx: { targets: {} },
  scripts: { prepack: 'build' },
  publishConfig: { directory: 'dist' },
  exports: {
    '.': {
      '@bizflow/source': './src/index.ts',
      types: './dist/index.d.ts',
      node: { import: './dist/node/index.js' },
      default: './dist/index.js',
    },
    './testing': { '@bizflow/source': './testing/index.ts' },
    './data.json': './dist/data.json',
  },
};

it('names only files of the built folder, by paths below it', () => {
  expect(publishedManifest(manifest).exports).toEqual({
    '.': {
      types: './index.d.ts',
      node: { import: './node/index.js' },
      default: './index.js',
    },
    './data.json': './data.json',
  });
});

it('keeps what readers need and drops how the package is made', () => {
  const { exports: _, files: __, ...rest } = publishedManifest(manifest);
  expect(rest).toEqual({
    name: '@example/one',
    version: '1.2.3',
    license: 'Apache-2.0',
    dependencies: { '@example/two': '^1.0.0' },
  });
});
