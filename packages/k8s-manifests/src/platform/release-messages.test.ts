import { clusters } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { controllerValues } from './controller-values.ts';
import { releaseMessages, releaseSubscriptions } from './release-messages.ts';

const places = clusters(committed).map((cluster) => ({ place: cluster.id, cluster }));

const pages = (value: unknown): boolean => /pagerduty/.test(JSON.stringify(value));

it.each(places)('pages for $place exactly where users wait', ({ cluster }) => {
  const production = cluster.environment.name === 'production';
  expect(pages(releaseMessages(cluster))).toBe(production);
  expect(pages(releaseSubscriptions(cluster))).toBe(production);
});

it.each(places)('names the place, a commit, a first step and a page in all of $place', (one) => {
  const { environment, region } = one.cluster;
  const texts = (['argo-cd', 'argo-rollouts'] as const).flatMap((controller) => {
    const { notifications } = controllerValues(one.cluster, controller);
    return Object.values((notifications as ReturnType<typeof releaseMessages>).templates);
  });
  expect(texts.length).toBeGreaterThan(8);
  for (const text of texts) {
    expect(text).toContain(`*${environment.name} ${region.id}*`);
    expect(text).toMatch(/\n {2}Commit: .+\n {2}First step: .+\n {2}How: https:.+\.md#[a-z-]+\n/);
  }
});

it.each(places)('gives no trigger of Argo Rollouts in $place a condition', ({ cluster }) => {
  // The controller would write annotations for it into Rollouts that others write as well (0055).
  for (const trigger of Object.values(releaseMessages(cluster).triggers)) {
    expect(trigger).toMatch(/^- send: \[[a-z-]+\]\n$/);
  }
});

it.each(places)('asks for an approval in $place exactly where there is a gate', ({ cluster }) => {
  const asks = Object.keys(releaseSubscriptions(cluster)).some((key) => key.includes('paused'));
  expect(asks).toBe(cluster.environment.approval);
});
