import { problem } from '@bizflow/kernel';
import { repository } from '@bizflow/testing/repository';
import { FsTree } from 'nx/src/generators/tree.js';
import { describe } from '../src/describe.ts';
import { withHeader } from '../src/header.ts';
import { pageAssets } from '../src/page/assets.ts';
import { explorerPage, explorerPath } from '../src/page/explorer.ts';

// `npx nx explorer-check generator`: the committed page of the fleet is the one that its generator writes.
const tree = new FsTree(repository, false);
const wanted = withHeader(explorerPath, await explorerPage(tree, await pageAssets()));
const there = tree.read(explorerPath, 'utf8') ?? '';
const lines = wanted.split('\n');
const first = there.split('\n').findIndex((line, index) => index > 0 && line !== lines[index]);

if (there === wanted) {
  console.log(`explorer: ${explorerPath} is up to date, ${Buffer.byteLength(wanted)} bytes`);
} else {
  const stale = problem({
    code: 'PAGE_STALE',
    at: `${explorerPath}:${first + 1}`,
    value: there.split('\n')[first] ?? 'the end',
    reason: 'differs from the page of the fleet as it is now',
    remedy: 'write it again: npx nx g @bizflow/generator:explorer',
  });
  for (const line of describe([stale])) console.error(line);
  process.exitCode = 1;
}
