import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree.js';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatThenSay } from './format.ts';

/** A workspace whose Biome only writes down what it was asked. */
const workspace = () => {
  const root = mkdtempSync(join(tmpdir(), 'format-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const bin = join(root, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'biome'), '#!/bin/sh\necho "$@" > asked\n', { mode: 0o755 });
  return { tree: new FsTree(root, false), asked: join(root, 'asked') };
};

it.each([
  ['what changed, and it alone', ['a.ts', 'b.json', 'c.yaml'], 'check --write a.ts b.json\n'],
  ['nothing where nothing changed', [], undefined],
  ['nothing where only other files changed', ['c.yaml'], undefined],
])('formats %s', (_, names, words) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  const { tree, asked } = workspace();
  for (const name of names) tree.write(name, '{}');
  formatThenSay(tree, 'next')();
  expect(existsSync(asked) ? readFileSync(asked, 'utf8') : undefined).toBe(words);
  expect(said).toHaveBeenCalledWith('next');
});
