import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { skips } from '@bizflow/testing/tools';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandsFolder, run } from '../src/testing/command.ts';

let source: string;
beforeEach(() => {
  source = mkdtempSync(join(tmpdir(), 'source-'));
});
afterEach(() => rmSync(source, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(source, path)), { recursive: true });
  writeFileSync(join(source, path), text);
};
const git = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    'git',
    ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args],
    {
      cwd: source,
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
};

/** A program on the PATH that answers with a recorded report and an exit code. */
function recorded(name: string, body: string) {
  write(`bin/${name}`, `#!/usr/bin/env bash\n${body}\n`);
  chmodSync(join(source, 'bin', name), 0o755);
}
const path = () => ({ PATH: `${join(source, 'bin')}:${process.env.PATH}`, SERVICE: 'api' });

describe('source-tag.sh', () => {
  beforeEach(() => {
    git('init', '--quiet', '--initial-branch=develop');
    write('package.json', '{ "version": "1.4.2" }');
    git('add', '.');
    git('commit', '--quiet', '-m', 'a');
  });
  const tag = () => run('source-tag.sh', [], { cwd: source });

  it('gives a merge of develop into main the tag of develop', async () => {
    git('checkout', '--quiet', '-b', 'main', 'HEAD');
    git('commit', '--quiet', '--allow-empty', '-m', 'release');
    git('checkout', '--quiet', 'develop');
    write('a.js', '1');
    git('add', '.');
    git('commit', '--quiet', '-m', 'b');
    const develop = await tag();
    expect(develop).toEqual({ code: 0, out: expect.stringMatching(/^1\.4\.2-[0-9a-f]{12}\n$/) });
    git('checkout', '--quiet', 'main');
    expect((await tag()).out).not.toBe(develop.out);
    git('merge', '--quiet', '--no-ff', '-m', 'merge', 'develop');
    expect(git('rev-parse', 'main')).not.toBe(git('rev-parse', 'develop'));
    expect(await tag()).toEqual(develop);
  });

  it('gives a changed source, and a version that is none, no tag', async () => {
    write('package.json', '{ "version": "1.4.3" }');
    expect((await tag()).code).toBe(1);
    write('package.json', '{ "version": "latest" }');
    git('commit', '--quiet', '-am', 'b');
    expect((await tag()).code).toBe(1);
  });
});

describe('unit-tests.sh', () => {
  const testing = (test: string) => {
    const scripts = {
      'test:unit':
        'mkdir -p reports && node --test --test-reporter=junit --test-reporter-destination=reports/unit.xml',
    };
    write('package.json', JSON.stringify({ name: 'a', version: '1.0.0', scripts }));
    const lock = {
      name: 'a',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'a', version: '1.0.0' } },
    };
    write('package-lock.json', JSON.stringify(lock));
    write('a.test.mjs', test);
    return run('unit-tests.sh', [], {
      cwd: source,
      env: { GITHUB_TOKEN: 'secret', SNYK_TOKEN: 'secret' },
    });
  };

  it('passes tests that pass, and shows them no secret', async () => {
    const test = `import { test } from 'node:test'; import assert from 'node:assert';
      test('a', () => assert.deepEqual([process.env.GITHUB_TOKEN, process.env.SNYK_TOKEN], [undefined, undefined]));`;
    const { code, out } = await testing(test);
    expect([code, out]).toEqual([0, expect.any(String)]);
  });

  it('fails with a test that fails', async () => {
    expect(
      (await testing("import { test } from 'node:test'; test('a', () => { throw 1; });")).code,
    ).toBe(1);
  });

  it('fails when no test ran, although the runner is content', async () => {
    const { code, out } = await testing(
      "import { test } from 'node:test'; test.skip('a', () => {});",
    );
    expect([code, out]).toEqual([1, expect.stringContaining('TESTS_NONE')]);
  });
});

describe('scan-image.sh', () => {
  const vulnerability = (Severity: string) => ({
    VulnerabilityID: 'CVE-2026-1',
    PkgName: 'libc6',
    Severity,
  });
  const trivy = (severity: string) =>
    JSON.stringify({
      SchemaVersion: 2,
      Results: [{ Target: 'os', Vulnerabilities: [vulnerability(severity)] }],
    });
  const snyk = (severity: string) =>
    JSON.stringify({
      ok: false,
      vulnerabilities: [{ id: 'SNYK-1', severity, packageName: 'openssl' }],
    });

  /** Scanners with recorded reports; the one for amd64 is another than that for arm64. */
  const scan = (arm64: string, amd64: string, snykReport: string, snykCode: number) => {
    write('arm64.json', arm64);
    write('amd64.json', amd64);
    write('snyk.json', snykReport);
    const out =
      'while [ $# -gt 0 ]; do case $1 in --platform) p=$(basename "$2") ;; --output) o=$2 ;; esac; shift; done';
    recorded('trivy', `${out}\ncp "${source}/$p.json" "$o"`);
    recorded('snyk', `cat "${source}/snyk.json"; exit ${snykCode}`);
    return run('scan-image.sh', [], {
      cwd: source,
      env: { ...path(), LOCAL_IMAGE: '127.0.0.1:1/bizflow/api:1' },
    });
  };

  it('passes what both tolerate, although Snyk ends with 1', async () => {
    expect(await scan(trivy('MEDIUM'), trivy('LOW'), snyk('medium'), 1)).toEqual({
      code: 0,
      out: '',
    });
  });

  it.each([
    [
      'a finding of Trivy on the second platform',
      trivy('LOW'),
      trivy('CRITICAL'),
      snyk('low'),
      1,
      'CVE-2026-1',
    ],
    ['a finding of Snyk', trivy('LOW'), trivy('LOW'), snyk('high'), 1, 'SNYK-1'],
    [
      'a report of Trivy cut off',
      trivy('LOW').slice(0, 30),
      trivy('LOW'),
      snyk('low'),
      1,
      'REPORT_UNREAD',
    ],
    [
      'a Snyk that could not look',
      trivy('LOW'),
      trivy('LOW'),
      '{"ok":false,"error":"no token"}',
      2,
      'snyk exit 2',
    ],
    ['a Snyk that looked at nothing', trivy('LOW'), trivy('LOW'), '[]', 0, 'SCAN_BLIND'],
  ])('fails with %s', async (_, arm64, amd64, report, snykCode, expected) => {
    const { code, out } = await scan(arm64, amd64, report, snykCode);
    expect([code, out]).toEqual([1, expect.stringContaining(expected)]);
  });
});

describe('performance-tests.sh', () => {
  const tested = (service: string, url: string) =>
    run('performance-tests.sh', [], { cwd: source, env: { SERVICE: service, POD_URL: url } });

  it('is skipped, and says so, for a service without clients', async () => {
    const skipped = await tested('whatsapp-worker', 'http://127.0.0.1:9');
    expect(skipped).toEqual({ code: 0, out: expect.stringContaining('skipped, whatsapp-worker') });
  });

  it.each([
    ['is not there', undefined, 'REPORT_MISSING'],
    ['is empty', '[]', 'LOAD_REQUESTS'],
  ])('fails for a service that answers when the list of requests %s', async (_, list, expected) => {
    if (list !== undefined) write('performance/requests.json', list);
    const { code, out } = await tested('api', 'http://127.0.0.1:9');
    expect([code, out]).toEqual([1, expect.stringContaining(expected)]);
  });
});

describe('dast.sh', () => {
  const attack = (riskcode: string, code: number) => {
    const alerts = [{ pluginid: '40018', alert: 'SQL Injection', riskcode, count: '1' }];
    write('zap.json', JSON.stringify({ site: [{ '@name': 'http://127.0.0.1:18080', alerts }] }));
    write('openapi.json', '{}');
    recorded('docker', `[ ${code} = 3 ] || cp "${source}/zap.json" reports/zap.json; exit ${code}`);
    return run('dast.sh', [], {
      cwd: source,
      env: { ...path(), POD_URL: 'http://127.0.0.1:18080' },
    });
  };

  it.each([
    ['passes a warning', '2', 2, 0, ''],
    ['fails with a high risk', '3', 2, 1, 'DAST_FINDING'],
    ['fails when ZAP does', '0', 3, 1, 'ZAP exit 3'],
  ])('%s', async (_, risk, zap, expected, words) => {
    const { code, out } = await attack(risk, zap);
    expect([code, out]).toEqual([expected, expect.stringContaining(words)]);
  });

  it('takes no report of an earlier run for its own', async () => {
    write(
      'reports/zap.json',
      JSON.stringify({ site: [{ '@name': 'http://127.0.0.1:18080', alerts: [] }] }),
    );
    expect((await attack('0', 3)).code).toBe(1);
    expect(existsSync(join(source, 'reports/zap.json'))).toBe(false);
  });

  it('fails for a service that answers and does not say what', async () => {
    const env = { ...path(), POD_URL: 'http://127.0.0.1:18080' };
    const { code, out } = await run('dast.sh', [], { cwd: source, env });
    expect([code, out]).toEqual([1, expect.stringContaining('no openapi.json')]);
  });
});

const noCrane = skips('crane', 'push-image.sh', spawnSync('crane', ['version']).error?.message);

describe.skipIf(noCrane)('an image that is scanned and pushed, in registries on loopback', () => {
  it('keeps its digest from the layout through both, and is not pushed twice', async () => {
    // What buildx writes: a layout whose index names the index of the platforms.
    const empty = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [],
    };
    const blob = JSON.stringify({
      ...empty,
      annotations: { 'org.opencontainers.image.version': '1.4.2' },
    });
    const { hash } = await import('node:crypto');
    const digest = hash('sha256', blob, 'hex');
    write(`image/blobs/sha256/${digest}`, blob);
    write('image/oci-layout', '{"imageLayoutVersion":"1.0.0"}');
    const entry = { mediaType: empty.mediaType, digest: `sha256:${digest}`, size: blob.length };
    write('image/index.json', JSON.stringify({ ...empty, manifests: [entry] }));
    recorded(
      'push-twice',
      [
        'set -e',
        'test "$(crane digest "$LOCAL_IMAGE")" = "$WANTED"',
        'export REGISTRY=$(dirname "$(dirname "$LOCAL_IMAGE")")',
        `for i in 1 2; do "${join(commandsFolder, 'push-image.sh')}" 1.4.3; done`,
      ].join('\n'),
    );
    const env = { ...path(), WANTED: `sha256:${digest}` };
    const args = ['1.4.2', join(source, 'bin/push-twice')];
    const { code, out } = await run('with-local-registry.sh', args, { cwd: source, env });
    expect([code, out]).toEqual([0, expect.stringContaining('is there already')]);
    expect(readFileSync(join(source, 'image.digest'), 'utf8')).toBe(`sha256:${digest}\n`);
  });

  it('exits with the exit code of its command, and with 1 when there is no image', async () => {
    expect(
      (await run('with-local-registry.sh', ['1', 'true'], { cwd: source, env: path() })).code,
    ).toBe(1);
  });
});
