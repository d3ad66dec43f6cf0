import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitNamed } from '../change/base.ts';
import { GeneratorError } from '../error.ts';
import { digestsAt } from './digests-at.ts';
import { type RenderStatement, renderStatement } from './statement.ts';
import { plannedRules } from './statement-rules.ts';
import { verifiedRender } from './verify-render.ts';

const root = mkdtempSync(join(tmpdir(), 'bizflow-attest-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const git = (...args: readonly string[]): void => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const write = (path: string, content: string | Buffer): string => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  return join(root, path);
};
const tagged = (name: string): void => {
  git('add', 'gitops');
  git('commit', '-q', '--allow-empty', '-m', name);
  git('tag', name);
};

const keyPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const [own, other] = [keyPair(), keyPair()];
const pem = ({ publicKey }: ReturnType<typeof keyPair>): string =>
  publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** What cosign writes: a bundle with a DSSE envelope. */
const bundle = (statement: unknown, { privateKey } = own): string => {
  const type = 'application/vnd.in-toto+json';
  const body = Buffer.from(JSON.stringify(statement));
  const head = Buffer.from(`DSSEv1 ${type.length} ${type} ${body.length} `);
  const sig = sign('sha256', Buffer.concat([head, body]), privateKey).toString('base64');
  const envelope = { payload: body.toString('base64'), payloadType: type, signatures: [{ sig }] };
  return JSON.stringify({ mediaType: 'x', dsseEnvelope: envelope });
};

const folders = ['gitops'];
const committed = (name: string) => {
  const { commit } = commitNamed(root, '--commit', name);
  return { commit, digests: digestsAt(root, commit, folders) };
};
const statement = (name: string): RenderStatement =>
  renderStatement({
    ...{ ...committed(name), folders, repository: 'https://example.com/a.git' },
    generator: { name: 'a', version: '1.0.0' },
  });

const verified = (commit: string, attested: string, key = pem(own)): string =>
  verifiedRender(root, {
    commit,
    attestation: write('bundle.json', attested),
    key: write('key.pem', key),
  });
/** The codes and places of a refusal. */
const refusal = (...args: Parameters<typeof verified>): readonly string[] => {
  try {
    return [verified(...args)];
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error;
    return error.problems.map(({ code, at }) => `${code} ${at.replace(`${root}/`, '')}`);
  }
};

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  write('gitops/a.yaml', 'kind: A\n');
  write('gitops/b.yaml', 'kind: B\n');
  tagged('rendered');
  write('gitops/a.yaml', 'kind: A \n');
  write('gitops/c.yaml', 'kind: C\n');
  rmSync(join(root, 'gitops/b.yaml'));
  tagged('tampered');
  rmSync(join(root, 'gitops/a.yaml'));
  symlinkSync('../key.pem', join(root, 'gitops/a.yaml'));
  tagged('linked');
});

describe('a commit whose render is attested', () => {
  it('is verified, with the number of its files', () => {
    const said = verified('rendered', bundle(statement('rendered')));
    expect(said).toMatch(/^verified: 2 files in gitops are the render of commit [0-9a-f]{40}$/);
  });

  it('has a statement that does not depend on the order of the files', () => {
    const { digests, ...rest } = committed('tampered');
    const facts = { ...rest, folders, repository: 'r', generator: { name: 'a', version: '1.0.0' } };
    const turned = new Map([...digests].toReversed());
    expect(renderStatement({ ...facts, digests: turned })).toEqual(
      renderStatement({ ...facts, digests }),
    );
  });
});

describe('a commit is refused', () => {
  const of = (name: string, digestsOf: string): RenderStatement => {
    const { predicate } = statement(name);
    return { ...statement(digestsOf), predicate };
  };

  it('when the attestation is about another one', () => {
    const [said = ''] = refusal('tampered', bundle(statement('rendered')));
    expect(said).toMatch(/^ATTESTATION_COMMIT [0-9a-f]{40}$/);
  });

  it('with each file that was changed, added or taken away', () => {
    expect(refusal('tampered', bundle(of('tampered', 'rendered')))).toEqual([
      'RENDER_CHANGED gitops/a.yaml',
      'RENDER_MISSING gitops/b.yaml',
      'RENDER_UNATTESTED gitops/c.yaml',
    ]);
  });

  it('when a file has become a link, whatever it points to', () => {
    expect(refusal('linked', bundle(of('linked', 'tampered')))).toEqual([
      'RENDER_CHANGED gitops/a.yaml',
    ]);
  });

  it.each([
    ['another key signed', () => bundle(statement('rendered'), other), 'ATTESTATION_KEY'],
    ['there is no statement', () => '{"dsseEnvelope":{}}', 'ATTESTATION_UNREAD'],
    ['the file is cut off', () => bundle(statement('rendered')).slice(0, 99), 'ATTESTATION_UNREAD'],
    ['another kind of statement is signed', () => bundle({ _type: 'x' }), 'ATTESTATION_UNREAD'],
    [
      'the statement has no files',
      () => bundle({ ...statement('rendered'), subject: [] }),
      'ATTESTATION_UNREAD',
    ],
  ])('when %s', (_, attested, code) => {
    expect(refusal('rendered', attested())).toEqual([`${code} bundle.json`]);
  });

  it('when the statement was changed after it was signed', () => {
    const { dsseEnvelope } = JSON.parse(bundle(statement('rendered')));
    const payload = Buffer.from(JSON.stringify(of('tampered', 'tampered'))).toString('base64');
    const forged = JSON.stringify({ dsseEnvelope: { ...dsseEnvelope, payload } });
    expect(refusal('tampered', forged)).toEqual(['ATTESTATION_KEY bundle.json']);
  });

  it('when the key is a private one', () => {
    const pem = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const said = refusal('rendered', bundle(statement('rendered')), pem);
    expect(said).toEqual(['KEY_PRIVATE key.pem']);
  });

  it('when the key is none', () => {
    expect(refusal('rendered', bundle(statement('rendered')), 'a')).toEqual(['KEY_UNREAD key.pem']);
  });
});

it('names each committed file that the facts do not render', () => {
  const planned = committed('rendered').digests;
  expect(plannedRules(planned, committed('rendered'))).toEqual([]);
  expect(plannedRules(planned, committed('tampered')).map(({ at }) => at)).toEqual(
    ['a', 'b', 'c'].map((name) => `gitops/${name}.yaml`),
  );
});
