import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argoCd } from '@bizflow/config/platform';
import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { application, digest, image } from '../src/testing/application.ts';
import { run } from '../src/testing/command.ts';
import { json, serve } from '../src/testing/server.ts';

const arrived = application('Synced', 'Healthy', [image(digest)]);

const noKubectl = skips(
  'kubectl',
  'wait-for-staging',
  spawnSync('kubectl', ['version', '--client']).error?.message,
);

describe.skipIf(noKubectl)('wait-for-staging, with kubectl against an API server', () => {
  const group = '/apis/argoproj.io/v1alpha1';
  const path = `${group}/namespaces/${argoCd.namespace}/applications/service-api`;
  const resource = {
    name: 'applications',
    singularName: 'application',
    namespaced: true,
    kind: 'Application',
    verbs: ['get'],
  };
  const version = { groupVersion: 'argoproj.io/v1alpha1', version: 'v1alpha1' };
  const discovery: Readonly<Record<string, unknown>> = {
    '/api': { kind: 'APIVersions', versions: ['v1'] },
    '/apis': {
      ...{ kind: 'APIGroupList', apiVersion: 'v1' },
      groups: [{ name: 'argoproj.io', versions: [version], preferredVersion: version }],
    },
    '/api/v1': { kind: 'APIResourceList', groupVersion: 'v1', resources: [] },
    [group]: {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: 'argoproj.io/v1alpha1',
      resources: [resource],
    },
  };

  /** Runs the command against an API server that has these Applications, one after the other. */
  async function waited(answers: readonly unknown[], seconds: number) {
    let nth = 0;
    const server = await serve(({ url = '' }, response) => {
      const { pathname } = new URL(url, 'http://localhost');
      const known = discovery[pathname];
      if (known !== undefined) return json(response, 200, known);
      const object = pathname === path ? answers[Math.min(nth++, answers.length - 1)] : undefined;
      return object === undefined
        ? json(response, 404, {
            kind: 'Status',
            apiVersion: 'v1',
            status: 'Failure',
            reason: 'NotFound',
            code: 404,
          })
        : json(response, 200, object);
    });
    const home = mkdtempSync(join(tmpdir(), 'kube-'));
    const config = {
      ...{ apiVersion: 'v1', kind: 'Config', 'current-context': 'staging' },
      clusters: [{ name: 'staging', cluster: { server: server.url } }],
      contexts: [{ name: 'staging', context: { cluster: 'staging', user: 'pipeline' } }],
      users: [{ name: 'pipeline', user: {} }],
    };
    writeFileSync(join(home, 'config'), JSON.stringify(config));
    const args = [
      'wait-for-staging',
      '--service=api',
      `--digest=${digest}`,
      `--seconds=${seconds}`,
    ];
    const ended = await run('pipeline.sh', args, {
      env: { HOME: home, KUBECONFIG: join(home, 'config') },
    });
    await server.stop();
    rmSync(home, { recursive: true });
    return ended;
  }

  it('ends well when the image has arrived', async () => {
    const old = application('Synced', 'Healthy', [image('sha256:old')]);
    const { code, out } = await waited(
      [old, application('Synced', 'Progressing', [image(digest)]), arrived],
      30,
    );
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('waiting for service-api (SYNC_IMAGE'),
    ]);
    expect(out).toContain('SYNC_HEALTH: Progressing');
  });

  it.each([
    ['is still the old one', application('Synced', 'Healthy', [image('sha256:old')]), 'SYNC_IMAGE'],
    ['was aborted', application('Synced', 'Degraded', [image(digest)]), 'SYNC_HEALTH'],
    ['has no Application', undefined, 'APPLICATION_MISSING'],
  ])('ends with 1 when the image %s', async (_, answer, expected) => {
    const { code, out } = await waited([answer], 0.2);
    expect([code, out]).toEqual([1, expect.stringContaining(expected)]);
  });
});
