import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { describe, expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { httpFile } from './http-file.ts';
import { wafCheck } from './waf-check.ts';

const checked = (text: string, profile: 'direct' | 'cloudfront' | 'origin' = 'direct') => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('a.http', text);
  return wafCheck(tree, { request: 'a.http', profile }).join('\n');
};

it('says what would happen and why, for each request of a file', () => {
  const text = [
    '# @country US',
    'GET https://api.bizflow.app/x/..//%61dmin HTTP/1.1',
    'Host: api.bizflow.app',
    '',
    '### eleven logins',
    '# @country IN',
    '# @times 11',
    '# @seconds 30',
    'POST /login',
    'Content-Type: application/json',
    '',
    '{"user":"a"}',
    '',
    '###',
    '// @label awswaf:managed:aws:anonymous-ip-list:AnonymousIPList',
    '/pricing',
    'Accept: text/html',
  ].join('\n');
  expect(checked(text)).toMatchInlineSnapshot(`
    "GET /x/..//%61dmin  from unknown address (US)
      COUNT   path-admin                 Labels the admin pages, decoded, normalised and in lower case.
      BLOCK   geo-admin                  Admin only from the countries the catalog serves; an unknown country is unknown.
      labels  bizflow:path:admin
      => BLOCK by geo-admin

    POST /login  from unknown address (IN)
      the last of 11 in 30 s
      COUNT   path-login                 Labels the login, whose limit is its own.
      BLOCK   rate-login                 At most 10 requests in 60 s from one address; more get 429 (Too Many Requests).
      labels  bizflow:path:login
      => BLOCK by rate-login

    GET /pricing  from unknown address (country unknown)
      rules by country saw none; write a comment before the request: # @country GB
      COUNT   managed-anonymous-ip-list  Labels anonymising and hosting addresses; blocks none.
      COUNT   suspicious-address         An anonymising or hosting address.
      CAPTCHA captcha                    Only for pages that a browser requests, so that a person can answer. Never for a webhook or the API.
      labels  awswaf:managed:aws:anonymous-ip-list:AnonymousIPList, bizflow:suspicious
      => CAPTCHA by captcha
         not evaluated here, AWS's own rules: managed-amazon-ip-list, managed-known-bad-inputs, managed-core-rule-set, managed-sql-database, managed-bot-control
    "
  `);
});

it('reads the path as it was sent, and the body as it was written', () => {
  const { requests, problems } = httpFile(
    'a',
    'PUT http://h/a/../b%41?c=%2f HTTP/1.1\r\nA: b:c\r\n\r\nx\r\n\r\ny',
  );
  expect(problems).toEqual([]);
  expect(requests[0]?.request).toMatchObject({
    method: 'PUT',
    target: '/a/../b%41?c=%2f',
    headers: { A: 'b:c' },
    body: 'x\n\ny',
  });
});

it('takes the profile of the web ACL', () => {
  const text = '# @country KP\nGET /';
  expect(checked(text, 'cloudfront')).toContain('=> BLOCK by geo-high-risk');
  expect(checked(text, 'origin')).toContain('=> ALLOW by default');
});

describe('what only AWS can say', () => {
  const unevaluated = /not evaluated here, AWS's own rules: (.*)/;
  const groups = (text: string, profile?: 'origin') =>
    unevaluated.exec(checked(text, profile))?.[1]?.split(', ') ?? [];
  const content = ['managed-known-bad-inputs', 'managed-core-rule-set', 'managed-sql-database'];
  const address = ['managed-amazon-ip-list', 'managed-anonymous-ip-list'];
  const injection = '/?q=%27%20OR%201=1--';

  it('is named in the result when it is not evaluated', () => {
    expect(checked(injection)).toMatch(
      /=> ALLOW by default: no rule decided\n +not evaluated here/,
    );
    expect(groups(injection)).toEqual([...address, ...content, 'managed-bot-control']);
  });

  it('is what the web ACL needs from this request, and no more', () => {
    expect(groups(injection, 'origin')).toEqual(content);
    expect(groups('POST /webhooks/a')).toEqual([...address, ...content]);
    expect(groups('# @country KP\n/')).toEqual([]);
    const hosted = '# @label awswaf:managed:aws:anonymous-ip-list:AnonymousIPList\n/';
    expect(groups(hosted)).not.toContain('managed-anonymous-ip-list');
    expect(groups(hosted)).toContain('managed-core-rule-set');
  });
});

it('reads a file by its absolute path, in the repository or outside', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waf-check-'));
  const outside = join(folder, 'a.http');
  writeFileSync(outside, 'GET /outside');
  const tree = createTreeWithEmptyWorkspace();
  tree.write('b.http', 'GET /inside');
  const said = (request: string) => wafCheck(tree, { request, profile: 'direct' })[0];
  expect(said(outside)).toContain('GET /outside');
  expect(said(join(tree.root, 'b.http'))).toContain('GET /inside');
  expect(() => said(folder)).toThrow(`REQUEST_IS_FOLDER  ${folder}`);
  rmSync(folder, { recursive: true });
});

describe('bad input', () => {
  const problemsOf = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof GeneratorError)
        return error.problems.map(({ at, code }) => `${code} ${at}`);
    }
    throw new Error('nothing was thrown');
  };

  it('is reported all at once, by line', () => {
    const text = '# @country uk\n# @magic x\n# @times 0\nGET / now and then\nno header\n###\n\n';
    expect(problemsOf(() => checked(text))).toEqual([
      'REQUEST_INVALID a.http:1',
      'REQUEST_INVALID a.http:2',
      'REQUEST_INVALID a.http:3',
      'REQUEST_INVALID a.http:4',
      'REQUEST_INVALID a.http:5',
    ]);
  });

  it.each(['', '\n\n', '# only a comment\n', '###\n###\n'])('contains no request: %j', (text) => {
    expect(problemsOf(() => checked(text))).toEqual(['REQUEST_INVALID a.http:1']);
  });

  it.each(['GARBAGE', 'GET GARBAGE', '/a HTTP/1.1', 'GET /a HTTP/1.1 x'])(
    'knows %j for no request line',
    (text) => {
      expect(problemsOf(() => checked(text))).toEqual(['REQUEST_INVALID a.http:1']);
    },
  );

  it.each(['folder', '.', ''])('does not take the folder %j for a missing file', (request) => {
    const tree = createTreeWithEmptyWorkspace();
    tree.write('folder/a.http', '/');
    expect(problemsOf(() => wafCheck(tree, { request, profile: 'direct' }))).toEqual([
      `REQUEST_IS_FOLDER ${request}`,
    ]);
  });

  it('names a file that does not exist, and writes nothing', () => {
    const tree = createTreeWithEmptyWorkspace();
    const changes = tree.listChanges().length;
    expect(problemsOf(() => wafCheck(tree, { request: 'b.http', profile: 'direct' }))).toEqual([
      'REQUEST_MISSING b.http',
    ]);
    expect(tree.listChanges()).toHaveLength(changes);
  });
});
