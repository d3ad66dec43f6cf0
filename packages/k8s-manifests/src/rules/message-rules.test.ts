import { clusterIn } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { at, broken, type Draft, without } from '../../testing/planted.ts';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { clusterRules } from './cluster-rules.ts';

const files = clusterFiles(clusterIn('production'), committed);
const found = (change: (draft: Draft) => unknown) =>
  clusterRules(clusterIn('production'), broken(files, change))
    .filter(({ code }) => code === 'MESSAGE_TOKEN')
    .map(({ value, at: path }) => `${value} ${path.split('/').at(-1)}`);

it('finds the token of every message', () => {
  expect(found(() => {})).toEqual([]);
});

it('names a token of a release that its Secret has under another name', () => {
  const secret = (draft: Draft) =>
    at(draft, '/externalsecret-argo-rollouts-notification-secret.yaml').spec.data;
  expect(found((draft) => (secret(draft)[1].secretKey = 'pagerduty'))).toEqual([
    'pagerduty-key service.pagerdutyv2',
  ]);
});

it('names each token of a controller without its Secret', () => {
  const gone = '/externalsecret-argocd-notifications-secret.yaml';
  expect(found((draft) => without(draft, gone))).toEqual(['slack-token service.slack']);
});
