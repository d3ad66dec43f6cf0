import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments, fleetRules } from '@bizflow/config';
import { everyFact } from '@bizflow/config/facts';
import { breakages, committed, exampleFleet, loner } from '@bizflow/config/testing';
import { problem } from '@bizflow/kernel';
import * as allCatalog from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { root } from '../bundle/bundle-files.ts';
import { moveFile, writeMove } from '../moves/move-file.ts';
import { begun, workspace } from '../testing/begun-move.ts';
import { placedProblems } from './placed-problems.ts';

const row = everyFact.cost.cost.commitments.at(-1)?.row ?? '';
const stagingSite = environments.staging.sites[0].region;
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const place = (at: string) => {
  const fault = problem({ code: 'ANY', at, value: 1, reason: 'is', remedy: 'do' });
  return placedProblems([fault], read)[0]?.at ?? '';
};

/** What the source says at the line that a place names. */
const line = (at: string) => {
  const [, file = '', number = ''] = /^(\S+?):(\d+) /.exec(place(at)) ?? [];
  return file === '' ? 'unknown' : `${file} ${read(file).split('\n')[Number(number) - 1]?.trim()}`;
};

it.each([
  ['tracing.sampling.slowMilliseconds', /tracing\/sampling\.ts slowMilliseconds:/],
  ['delivery.scanMinutes', /delivery\/delivery\.ts scanMinutes:/],
  ['recoveryTiers.regionalDatabase.rtoMinutes', /recovery-tiers\.ts .*rtoMinutes:/],
  ['services.api.healthPath', /services\/api\.ts healthPath:/],
  ['assigned.accounts.production', /assigned\/assigned\.ts production:/],
  ['services[0].healthPath', /services\/api\.ts healthPath:/],
  [`${loner.id}.network.vpc`, /region-catalog\/src\/regions\/\S+ vpc:/],
  [`production/${loner.id}.database.instance`, /region-catalog\/src\/regions\/\S+ instance:/],
  [`staging/${stagingSite}.network.private`, /environments\.ts private:/],
  [`staging/${stagingSite}.redis.node`, /region-catalog\/src\/regions\/\S+ node:/],
  [`cost.commitments.${row}.savesPercent`, new RegExp(`cost/\\S+ .*${row}.*savesPercent`)],
  ['exceptions[0].to', /region-catalog\/src\/exceptions\.ts /],
  [`assigned.clusters['production/${loner.id}'].userPool`, /assigned\/assigned\.ts userPool:/],
  ['production.directConnect.onPremises[0]', /foundation\/\S+\.ts directConnect:/],
  ['repository', /environments\/repository\.ts /],
  ['catalog.serves', /region-catalog\/src\/sheets\.ts /],
  ['destroyed[0].by', /moves\/destroyed\.ts /],
])('is where a person corrects it: %s', (at, source) => {
  expect(line(at)).toMatch(source);
  expect(place(at)).toMatch(/:\d+ \S+$/);
});

it.each([
  'packages/config/src/alarms/alarms.ts:3 alarms[0].of',
  'gitops/production/eu-west-9/a.yaml#/spec',
  'production/eu-west-9',
  '--region',
  'nothing.of.the.kind',
  'moves.xx-north-1-to-xx-moon-1.people',
  'moves[9].id',
  '',
])('stays as it is where no fact has the path: %j', (at) => {
  expect(place(at)).toBe(at);
});

it.each(breakages)('places every problem of $sentence', ({ change }) => {
  const fleet = exampleFleet(change);
  for (const { at } of placedProblems(fleetRules(fleet), read, fleet))
    expect(at).toMatch(/^\S+\.(ts:\d+ \S|lock\.json)/);
});

it('knows the file of everything that facts are called by', () => {
  const { lock: _, charts: __, aws: ___, exceptions: ____, ...fleet } = committed;
  const subjects = Object.entries({ ...everyFact, catalog: allCatalog }).flatMap(([subject, all]) =>
    Object.entries(all)
      .filter(([, fact]) => typeof fact !== 'function')
      .map(([name]) => `${subject}.${name}`),
  );
  const paths = [...Object.keys(fleet), ...subjects].filter((path) => !path.endsWith('exceptions'));
  expect(paths.filter((at) => !/^\S+\.ts:\d+ \S+$/.test(place(at)))).toEqual([]);
  expect(place('catalog.regulations.GDPR.title')).toMatch(/src\/regulations\.ts:/);
  expect(place('catalog.exceptions[0].to')).toMatch(/src\/exceptions\.ts:/);
  expect(place(`catalog.catalog.${loner.id}.name`)).toMatch(/src\/regions\//);
});

it('places what is said of a move in its file', () => {
  const { facts, move } = begun();
  const tree = workspace();
  const confirmations = [{ step: move.step, wait: 'rain', by: 'platform', evidence: '' } as const];
  writeMove(tree, { ...move, confirmations });
  const lines = (tree.read(moveFile(move), 'utf8') ?? '').split('\n');
  const said = (at: string): string => {
    const fault = problem({ code: 'ANY', at, value: 1, reason: 'is', remedy: 'do' });
    const sources = (file: string) => tree.read(file, 'utf8');
    const own = { moves: [{ ...move, confirmations }], exceptions: move.exceptions };
    const live = { ...facts, ...own };
    const [placed] = placedProblems([fault], sources, live);
    const [, file, line] = /^(\S+):(\d+) /.exec(placed?.at ?? '') ?? [];
    return file === moveFile(move) ? (lines[Number(line) - 1]?.trim() ?? '') : `not ${placed?.at}`;
  };
  const id = `moves.${move.id}`;
  expect(said(`${id}.step`)).toMatch(/^step: /);
  expect(said(`${id}.people`)).toMatch(/^people: /);
  expect(said('moves[0].id')).toMatch(/^id: /);
  expect(said(`${id}.confirmations[0].by`)).toContain("'platform'");
  expect(said(`${id}, step copy: ${move.to}.buckets[0].replicatesTo`)).toMatch(/^id: /);
  expect(said(id)).toMatch(/^id: /);
  expect(said('exceptions[0].decision')).toContain(move.exceptions[0]?.decision);
});
