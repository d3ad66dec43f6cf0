import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { committed } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { sidesWith } from '../change/put-back.ts';
import { constantPutBacks } from '../change/put-backs.ts';
import { workTreeSources } from '../change/sources-at.ts';
import { trialProgram } from '../change/trial-program.ts';
import { withHeader } from '../header.ts';
import { plan } from '../plan.ts';

/** A source of facts, and one of a renderer. */
export const canary = 'packages/config/src/release/canary.ts';
export const renderer = 'packages/k8s-manifests/src/service/scaling.ts';
const sources = workTreeSources(repository);

/** What is rendered, by path. */
export const now: Readonly<Record<string, string>> = Object.fromEntries(
  plan(committed, {}).files.map(({ path, text }) => [path, text]),
);

/** A rendered file that no fact of canaries decides. */
export const budget = Object.keys(now).find((path) => /poddisruptionbudget-/.test(path)) ?? '';

const facts = sources.textOf(canary).replaceAll('percent: 50', 'percent: 49');
const code = `${sources.textOf(renderer)}\nexport const other = 1;\n`;

/** The last step of every canary with another share of traffic: a fact of production, one of staging, and what they render. */
export const otherFacts = async (): Promise<Readonly<Record<string, string>>> => {
  const putBacks = constantPutBacks(canary, facts, sources.textOf(canary));
  const side = { fleet: committed, files: {} };
  const sideWith = await sidesWith({ root: repository, side, sources }, putBacks, trialProgram);
  const files = Object.entries(sideWith(putBacks)?.files ?? {});
  return {
    [canary]: facts,
    ...Object.fromEntries(files.filter(([path, text]) => now[path] !== text)),
  };
};

/** Another renderer, and what it renders otherwise. */
export const otherCode = {
  [renderer]: code,
  [budget]: withHeader(
    budget,
    readFileSync(join(repository, budget), 'utf8')
      .replace(/^# Rendered.*\n/m, '')
      .replace(/(minAvailable|maxUnavailable): .*/, '$1: 77'),
  ),
};

/** One more fact and other code, of which nothing is rendered. */
export const unrendered = {
  [canary]: facts.replace('percent: 10', 'percent: 11'),
  [renderer]: `${code}export const further = 1;\n`,
  [budget]: null,
};
