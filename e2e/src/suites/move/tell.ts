import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { clusters } from '@bizflow/config';
import { placesOf, stages } from '@bizflow/config/moves';
import { loadBalancerHost } from '@bizflow/config/names';
import { committed } from '@bizflow/config/testing';
import { answersOf, readRenderedFleet } from '@bizflow/proofs';
import type { Told } from './told.ts';

// Run in a checkout, whose own packages it imports: prints what its facts say, for who plays the checkout's clusters.
const root = process.cwd();
const [step = ''] = process.argv.slice(2);

// The zones are answered from the roots that have them, so no other root is planned.
const paths = globSync(
  ['terraform/{global,modules}/**', 'terraform/environments/*/global/*.tf.json'],
  { cwd: root, withFileTypes: true, exclude: (entry) => /^(tests|\..*)$/.test(entry.name) },
)
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
const terraform = Object.fromEntries(
  paths.map((path) => [path.slice('terraform/'.length), readFileSync(join(root, path), 'utf8')]),
);
const rendered = await readRenderedFleet(committed, terraform, {});
const [move] = committed.moves;
const places = move && placesOf(committed, move);

const told: Told = {
  ends: move === undefined ? null : { from: move.from, to: move.to, people: move.people },
  clusters: clusters(committed),
  hosts: Object.fromEntries(clusters(committed).map((one) => [one.id, loadBalancerHost(one)])),
  answers: answersOf(rendered),
  acts: Object.entries(stages).flatMap(([name, stage]) =>
    name === step && places !== undefined ? stage.acts(places) : [],
  ),
};
console.log(JSON.stringify(told));
