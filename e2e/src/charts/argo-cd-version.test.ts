import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartFacts } from '@bizflow/config/charts';
import { argoCd } from '@bizflow/config/platform';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { repository, toolModules } from '../harness/places.ts';
import { type ArgoCdPins, argoCdIsOneVersion } from './argo-cd-version.ts';

const pins: ArgoCdPins = {
  module: readFileSync(join(toolModules, 'argo-cd/go.mod'), 'utf8'),
  definitions: JSON.parse(
    readFileSync(join(repository, 'apps/generator/checks/crds.json'), 'utf8'),
  ),
  chart: committed.charts['argo-cd'] as ChartFacts,
};
const found = (changed: Partial<ArgoCdPins>) =>
  argoCdIsOneVersion(argoCd.version, { ...pins, ...changed }).map(
    ({ code, at }) => `${code} ${at}`,
  );
const like = <T>(part: T): T =>
  JSON.parse(JSON.stringify(part).replaceAll(argoCd.version, 'v0.0.1'));

it('holds for what is committed', () => {
  expect(found({})).toEqual([]);
});

it('sees a program that is built from another version, and one with another engine', () => {
  const module = pins.module.replace(
    `argo-cd/gitops-engine/v3 ${argoCd.version}`,
    'argo-cd/gitops-engine/v3 v0.0.1',
  );
  expect(found({ module })).toEqual(['ARGO_CD_VERSION e2e/tools/argo-cd/go.mod']);
  expect(found({ module: '' })).toHaveLength(2);
});

it('sees definitions of another version, those that are checked with and those of the chart', () => {
  expect(found({ definitions: like(pins.definitions) })).toHaveLength(3);
  const rendered = pins.chart.rendered.map((one) => ({
    ...one,
    definitions: [
      { name: 'applications.argoproj.io', kind: 'Application', scope: 'Namespaced', versions: [] },
    ] as const,
  }));
  expect(new Set(found({ chart: { ...pins.chart, rendered } }))).toEqual(
    new Set(['ARGO_CD_DEFINITION charts.lock.json/argo-cd']),
  );
});

it('sees an image of another version', () => {
  expect(found({ chart: like(pins.chart) })).toContain(
    'ARGO_CD_VERSION charts.lock.json/argo-cd/argo-cd-argocd-server',
  );
});
