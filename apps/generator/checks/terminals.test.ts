import { committed } from '@bizflow/config/testing';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newRegionIn, newServiceIn } from '../src/testing/newcomers.ts';
import { generators, questionsOf, type Talk, talk, writtenIn } from './testing/talk.ts';

// Every generator in a real terminal, from its first question to its last line.
let workspace: Workspace;
beforeAll(() => {
  workspace = workspaceCopy();
});
afterAll(() => workspace.dispose());

const written = () => writtenIn(workspace);

const { id, name, country, serves, octet } = newRegionIn(committed);
const { hub } = committed.foundations.production;
const regions = Object.values(committed.catalog);
const saved = regions.find(({ fallback }) => fallback.kind === 'region');
/** A region with a database of its own that is not the hub, the one with the fewest people first. */
const [from, to] = regions
  .filter((one) => one.id !== hub && one.database.role === 'writer')
  .toSorted((one, other) => one.serves.length - other.serves.length);
const legalBasis = [
  '--basis=a law, art. 1: a contract',
  '--decision=docs/decisions/0008-singapore-writes-to-india.md',
];

const noChange = /no changes were made/;
const add = [id, name, country, serves, '', String(octet)];

/** A dry run that goes through. */
const dryRuns: Readonly<Record<string, Talk>> = {
  region: { answers: add, says: noChange },
  service: { answers: [newServiceIn(committed), '', ''], says: noChange },
  failover: { answers: [saved?.id ?? ''], says: noChange },
  'replace-region': { answers: [from?.id ?? '', id], options: legalBasis, says: noChange },
  evacuate: { answers: [from?.id ?? '', to?.id ?? ''], options: legalBasis, says: noChange },
  'second-region': {
    answers: [id, to?.id ?? ''],
    options: [...legalBasis, `--people=${to?.serves.slice(0, 1)}`],
    says: noChange,
  },
  render: { says: noChange },
  cost: { says: noChange },
  explorer: { says: noChange },
};

/** What only the facts, or what lies outside, can refuse. */
const refusals: Readonly<Record<string, Talk>> = {
  region: { answers: ['xx-none-1', ...add.slice(1)], says: /xx-none-1/ },
  service: { answers: ['Not A Name', '', ''], says: /Not A Name/ },
  failover: { answers: ['xx-none-1'], says: /REGION_UNKNOWN/ },
  promote: { answers: ['no-such', 'staging', 'production'], says: /no-such/ },
  'pin-images': { answers: ['preview', '1.10'], says: /preview/ },
  'waf-check': { answers: ['no-such.http'], says: /no-such\.http/ },
  'replace-region': { answers: ['xx-none-1', id], says: /xx-none-1/ },
  evacuate: { answers: [from?.id ?? '', 'xx-none-1'], says: /xx-none-1/ },
  'second-region': { answers: ['xx-none-1', hub], says: /xx-none-1/ },
  'retire-region': { answers: [hub], says: new RegExp(hub) },
  'next-step': { says: /MOVE_UNKNOWN/ },
  plan: { options: ['--base=no-such'], says: /no-such/ },
  explain: { says: /neither a file nor a fact/ },
};

describe.each(Object.entries(dryRuns))('a dry run of %s', (generator, own) => {
  it('ends by saying that nothing was changed, and writes nothing', async () => {
    const before = written();
    const { code, out } = await talk(workspace, generator, own, '--dry-run');
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, expect.stringMatching(own.says)]);
    expect(written()).toEqual(before);
  });
});

describe.each(Object.entries(refusals))('%s', (generator, own) => {
  it('refuses a wrong answer in one message, and writes nothing', async () => {
    const before = written();
    const { code, out } = await talk(workspace, generator, own);
    expect([code, out]).toEqual([1, expect.stringMatching(own.says)]);
    expect(out).not.toMatch(/stacktrace|^\s+at /m);
    expect(written()).toEqual(before);
  });
});

it.each(generators.filter((generator) => questionsOf(generator).length > 0))(
  'Ctrl-C at the first question of %s ends it, and nothing is written',
  async (generator) => {
    const before = written();
    const terminal = workspace.terminal(['generate', `@bizflow/generator:${generator}`]);
    await terminal.sees(questionsOf(generator)[0] ?? '');
    terminal.types('\x03');
    const { code, out } = await terminal.end;
    expect(code).not.toBe(0);
    expect(out).not.toMatch(/^\s+at /m);
    expect(written()).toEqual(before);
  },
);

it('drives every generator but those of pipelines, and those that need Helm or take a minute', () => {
  const driven = [...Object.keys(dryRuns), ...Object.keys(refusals)];
  const left = ['sync', 'pin-charts', 'attest', 'verify-render', 'prove', 'evidence'];
  expect(generators.filter((generator) => !driven.includes(generator))).toEqual(left);
});
