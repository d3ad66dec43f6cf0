import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '@bizflow/changes';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { root } from '../bundle/bundle-files.ts';
import { plan } from '../plan.ts';
import { sidesWith } from './put-back.ts';
import { constantPutBacks } from './put-backs.ts';
import { workTreeSources } from './sources-at.ts';
import { trialProgram } from './trial-program.ts';

const file = 'packages/config/src/release/canary.ts';
const text = readFileSync(join(root, file), 'utf8');
const sources = workTreeSources(root);
const earlier = text.replace('percent: 50', 'percent: 49');

it('renders what a render writes, but for what the facts that are put back decide', async () => {
  const side: Side = {
    fleet: committed,
    files: {
      'terraform/modules/one/main.tf': 'kept',
      ...Object.fromEntries(plan(committed, {}).files.map((one) => [one.path, one.text])),
    },
  };
  const putBacks = constantPutBacks(file, earlier, text);
  const sideWith = await sidesWith({ root, side, sources }, putBacks, trialProgram);
  expect(sideWith([])?.files).toEqual(side.files);
  const back = sideWith(putBacks)?.files ?? {};
  const differing = Object.keys(side.files).filter((path) => back[path] !== side.files[path]);
  expect(differing.filter((path) => /\/rollout-.*\.yaml$/.test(path)).length).toBeGreaterThan(0);
  expect(differing.filter((path) => !/\/rollout-|^facts\//.test(path))).toEqual([]);
  expect(differing.map((path) => back[path]?.includes('setWeight: 49'))).toContain(true);
});

it('gives nothing where nothing can be rendered with the fact as it was', async () => {
  const [one] = constantPutBacks(file, earlier, text);
  if (one === undefined) throw new RangeError('one constant differs');
  const pieces = one.pieces?.map((piece) => ({ ...piece, value: null }));
  const broken = { ...one, pieces };
  const side = { fleet: committed, files: {} };
  const sideWith = await sidesWith({ root, side, sources }, [broken], trialProgram);
  expect(sideWith([broken])).toBeUndefined();
});
