import { imageAdmission } from '@bizflow/config/release';
import { clusterIn } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { at, broken, type Draft, without } from '../../testing/planted.ts';
import { committed } from '../../testing/rendered.ts';
import { clusterFiles } from '../files.ts';
import { clusterRules } from './cluster-rules.ts';

const cluster = clusterIn('production');
const files = clusterFiles(cluster, committed);
const found = (change: (draft: Draft) => unknown) =>
  clusterRules(cluster, broken(files, change))
    .filter(({ code }) => code.startsWith('IMAGE_'))
    .map(({ code, value }) => `${code} ${value}`);

const webhook = (draft: Draft) =>
  at(draft, `/validatingwebhookconfiguration-${imageAdmission.webhook}.yaml`).webhooks[0];
const policy = (draft: Draft) => at(draft, '/clusterimagepolicy-bizflow-api.yaml').spec;
const image = files.find(({ path }) => path.endsWith('/rollout-api.yaml'))?.body as unknown as {
  spec: { template: { spec: { containers: [{ image: string }] } } };
};
const [{ image: api }] = image.spec.template.spec.containers;

it('asks about every image of ours, and finds each in one policy', () => {
  expect(found(() => {})).toEqual([]);
});

it('names an image without a policy, with a glob that does not reach it, and with two policies', () => {
  const none = [expect.stringContaining(`IMAGE_POLICY ${api.slice(0, 60)}`)];
  expect(found((draft) => without(draft, '/clusterimagepolicy-bizflow-api.yaml'))).toEqual(none);
  const glob = api.replace(/api@.*/, '*@sha256:*');
  expect(found((draft) => (policy(draft).images[0].glob = api.replace(/\/api@.*/, '*')))).toEqual(
    none,
  );
  expect(found((draft) => policy(draft).images.push({ glob }))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^IMAGE_POLICY .*whatsapp-worker/)]),
  );
});

it('names a namespace that runs our images and is not asked about', () => {
  const change = (draft: Draft) =>
    delete at(draft, '/namespace-bizflow-api.yaml').metadata.labels['bizflow.io/plane'];
  expect(found(change)).toContain('IMAGE_UNASKED bizflow-api');
  expect(found((draft) => delete webhook(draft).namespaceSelector)).toContain(
    'IMAGE_UNASKED bizflow-api',
  );
});

it('names each namespace of the platform that could not start without the webhook', () => {
  const open = found((draft) => (webhook(draft).namespaceSelector = {}));
  expect(open).toEqual(
    expect.arrayContaining([
      'IMAGE_PLATFORM_ASKED kube-system',
      'IMAGE_PLATFORM_ASKED policy-controller',
    ]),
  );
});
