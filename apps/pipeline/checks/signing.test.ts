import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assignedValues } from '@bizflow/config/assigned';
import { delivery, signedPayload, signingAlias } from '@bizflow/config/delivery';
import { imageLayout, ofOurs } from '@bizflow/testing/image-layout';
import { type Moto, motoMissing, startMotoIn } from '@bizflow/testing/moto';
import { skips } from '@bizflow/testing/tools';
import { type Workspace, workspaceCopy } from '@bizflow/testing/workspace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsFolder, run } from '../src/testing/command.ts';

const lacks = (tool: string) => spawnSync(tool, ['version']).error?.message;
const noTool =
  skips('moto', 'signatures by a key in KMS', motoMissing()) ||
  skips('crane', 'signatures in a registry', lacks('crane')) ||
  skips('cosign', 'signatures of images and renders', lacks('cosign'));

// KMS signs a digest as it is when MessageType says so; moto 5.2.1 hashes it once more.
const signsDigests = `
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
import moto.kms.utils
def sign(self, message, signing_algorithm):
    return self.private_key.sign(message, ec.ECDSA(utils.Prehashed(hashes.SHA256())))
moto.kms.utils.ECDSAPrivateKey.sign = sign
`;

const account = assignedValues.accounts.delivery.value;
const [own, other] = [signingAlias('images'), signingAlias('renders')];

describe.skipIf(noTool)('what is delivered, signed by keys in KMS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signed-'));
  let moto: Moto;
  let env: Readonly<Record<string, string | undefined>>;

  const write = (path: string, text: string): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  /** What buildx writes, for one platform, with these predicates beside it. */
  const built = (predicates: readonly string[]): string => imageLayout(folder, predicates);
  const whole = ofOurs;

  /** Runs lines of shell beside a registry that has the image. */
  const beside = (...lines: readonly string[]) => {
    const script = write(
      'script',
      ['#!/usr/bin/env bash', 'set -euo pipefail', ...lines].join('\n'),
    );
    chmodSync(script, 0o755);
    return run('with-local-registry.sh', ['1.4.2', script], { cwd: folder, env });
  };
  const registry = 'export REGISTRY=$(dirname "$(dirname "$LOCAL_IMAGE")") INSECURE_REGISTRY=1';
  const sign = `"${commandsFolder}/sign-image.sh"`;
  const pushed = `"${commandsFolder}/push-image.sh" 1.4.3`;
  const key = (alias: string) => `awskms:///${alias}`;
  const cosign = (...args: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync('cosign', args, {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

  beforeAll(async () => {
    const settings = { MOTO_ACCOUNT_ID: account };
    moto = await startMotoIn({ python: 'python3', settings, first: signsDigests });
    env = {
      ...{ AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' },
      ...{ AWS_ENDPOINT_URL: moto.endpoint, AWS_REGION: delivery.region, SERVICE: 'api' },
    };
    for (const alias of [own, other]) cosign('generate-key-pair', '--kms', key(alias));
  });
  afterAll(async () => {
    await moto.stop();
    rmSync(folder, { recursive: true });
  });

  describe('an image', () => {
    it('is signed by its digest, once, and a second build of it finds that', async () => {
      const digest = built(whole);
      const { code, out } = await beside(
        registry,
        pushed,
        sign,
        sign,
        'crane ls "$(dirname "$LOCAL_IMAGE")/api"',
        // What pin-images compares with: the payload, by its digest.
        `crane manifest "$(dirname "$LOCAL_IMAGE")/api:${digest.replace(':', '-')}.sig"`,
        'echo "repository $(dirname "$LOCAL_IMAGE")/api"',
      );
      expect([code, out]).toEqual([0, expect.stringContaining('is signed already')]);
      expect(out).toContain(`${digest.replace(':', '-')}.sig`);
      // crane ends a manifest without a line break.
      const [, repository = ''] = /repository (.*)$/m.exec(out) ?? [];
      expect(out).toContain(hash('sha256', signedPayload(repository, digest), 'hex'));
    });

    it('is not signed without an SBOM of every platform', async () => {
      built(whole.slice(1));
      const { code, out } = await beside(registry, pushed, sign);
      expect([code, out]).toEqual([1, expect.stringContaining('IMAGE_EVIDENCE')]);
    });

    it('is refused where the signature is of another key, and never signed over', async () => {
      built(whole);
      const first = `SIGNING_KEY=${key(other)} ${sign}`;
      const { code, out } = await beside(registry, pushed, first, sign);
      expect(out).toContain('is signed already');
      expect(code).not.toBe(0);
    });
  });

  describe('a render', () => {
    let workspace: Workspace;
    let keys: Readonly<Record<string, string>>;
    const script = (name: string, args: readonly string[] = [], more = {}) =>
      run(join(workspace.root, 'apps/pipeline/commands', name), args, {
        cwd: workspace.root,
        env: { ...env, NX_DAEMON: 'false', CI: 'true', SIGNING_KEY: key(other), ...more },
      });
    const git = (...args: readonly string[]): string => {
      const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
      const told = { cwd: workspace.root, encoding: 'utf8' } as const;
      const { status, stdout, stderr } = spawnSync('git', [...who, ...args], told);
      if (status !== 0) throw new Error(stderr);
      return stdout.trim();
    };
    const statement = join(folder, 'statement.json');
    const verified = (commit = 'HEAD', signed = other) =>
      script('verify-render.sh', [commit], { RENDER_KEY: keys[signed] });
    const committed = (path: string, change: (text: string) => string): void => {
      const file = join(workspace.root, path);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      git('commit', '--quiet', '--all', '--message', path);
    };

    beforeAll(async () => {
      workspace = workspaceCopy();
      keys = Object.fromEntries(
        [own, other].map((alias) => [
          alias,
          write(`${alias}.pem`, cosign('public-key', '--key', key(alias))),
        ]),
      );
      spawnSync('git', ['init', '--quiet', '--bare', join(folder, 'origin')]);
      git('init', '--quiet', '--initial-branch=main');
      git('remote', 'add', 'origin', join(folder, 'origin'));
      git('config', 'user.name', 'a');
      git('config', 'user.email', 'a@b.c');
      git('add', '.');
      git('commit', '--quiet', '--message', 'a');
    });
    afterAll(() => workspace.dispose());

    it('is attested by a signature that travels as a note, and verified by its key alone', async () => {
      expect(await script('attest-render.sh', [statement])).toEqual({ code: 0, out: '' });
      const signed = await script('sign-render.sh', [statement]);
      expect([signed.code, signed.out]).toEqual([0, expect.any(String)]);
      git('update-ref', '-d', 'refs/notes/attestations');
      const { code, out } = await verified();
      expect([code, out]).toEqual([0, expect.stringContaining(git('rev-parse', 'HEAD'))]);
      const wrong = await verified('HEAD', own);
      expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('ATTESTATION_KEY')]);
    });

    it('is refused in a commit that has another byte, attested or with a borrowed note', async () => {
      committed(git('ls-files', 'gitops').split('\n')[0] ?? '', (text) => `${text} `);
      expect((await verified()).out).toContain('no attestation of');
      const refused = await script('attest-render.sh', [statement]);
      expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('RENDER_STALE')]);
      expect((await script('sign-render.sh', [statement])).code).toBe(1);
      git('notes', '--ref=attestations', 'copy', 'HEAD~1', 'HEAD');
      git('push', '--quiet', 'origin', 'refs/notes/attestations');
      const { code, out } = await verified();
      expect([code, out]).toEqual([1, expect.stringContaining('ATTESTATION_COMMIT')]);
    });
  });
});
