import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serviceWith, workplace } from '../../checks/testing/workplace.ts';

const { root, write, empty, remove } = workplace();
afterEach(empty);
afterAll(remove);

describe('npm run schemas', () => {
  const noNetwork = 'globalThis.fetch = () => Promise.reject(new TypeError("no network"))';
  const run = (...args: readonly string[]) => {
    // Nor Go: nothing is on the path.
    const { BIZFLOW_CRDS: _, PATH: __, ...env } = process.env;
    const script = resolve(import.meta.dirname, '../../checks/schemas.ts');
    const flags = ['--conditions=@bizflow/source', '--import', `data:text/javascript,${noNetwork}`];
    return spawnSync(process.execPath, [...flags, script, 'manifests', ...args], {
      ...{ cwd: root, env, encoding: 'utf8' },
    });
  };

  it('checks the core kinds and skips the others without definitions', () => {
    const spec = { securityGroups: { groupIds: ['sg-0'] } };
    const policy = { apiVersion: 'vpcresources.k8s.aws/v1beta1', kind: 'SecurityGroupPolicy' };
    write('a.yaml', { ...policy, metadata: { name: 'a' }, spec });
    write('b.yaml', serviceWith({ port: 80 }));
    expect(run()).toMatchObject({
      ...{ status: 0, stderr: '' },
      stdout: [
        'SKIPPED: SecurityGroupPolicy ' +
          '(BIZFLOW_CRDS is not set; raw.githubusercontent.com: no network)',
        '  -> name a folder of definitions in BIZFLOW_CRDS, or allow GitHub and the Go module proxy',
        'SKIPPED: Kubernetes 1.34, 1.35, 1.36 (Go is not here)',
        '  -> install Go 1.24 or newer, and allow its module proxy',
        'schemas: 1 object checked (0 custom, 1 core), 0 problems, 1 skipped',
        '',
      ].join('\n'),
    });
  });

  it('fails when a required tool is missing, and says how to install it', () => {
    write('b.yaml', serviceWith({ port: 80 }));
    expect(run('--require=go,psql')).toMatchObject({ status: 2, stdout: '' });
    expect(run('--require=go')).toMatchObject({
      status: 1,
      stderr: [
        'TOOL_MISSING  go, for Kubernetes 1.34, 1.35, 1.36',
        '  Go is not here',
        '  -> install Go 1.24 or newer, and allow its module proxy',
        '',
      ].join('\n'),
    });
  });

  it('prints each problem and fails', () => {
    write('a.yaml', serviceWith({ port: 80, portt: 81 }));
    const { status, stdout, stderr } = run();
    expect({ status, stdout, stderr }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stderr": "
      FIELD_UNKNOWN  manifests/a.yaml#/spec/ports/0/portt = 81
        is not a field of the schema
        -> correct the renderer: the API server would reject or drop this
      ",
        "stdout": "SKIPPED: Kubernetes 1.34, 1.35, 1.36 (Go is not here)
        -> install Go 1.24 or newer, and allow its module proxy
      schemas: 1 object checked (0 custom, 1 core), 1 problem, 0 skipped
      ",
      }
    `);
  });
});
