import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { edge } from '@bizflow/config/edge';
import { exampleEdge } from '@bizflow/waf-rules/testing';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { describe, expect, it } from 'vitest';
import { GeneratorError } from './error.ts';
import { httpFile } from './http-file.ts';
import { wafCheck } from './waf-check.ts';

// BizFlow's numbers; paths and countries that no confirmed guess changes.
const policy = {
  ...edge,
  paths: exampleEdge.paths,
  highRiskCountries: exampleEdge.highRiskCountries,
};

const treeWith = (text: string) => {
  const tree = createTreeWithEmptyWorkspace();
  tree.write('a.http', text);
  return tree;
};

const checked = (text: string, profile: 'direct' | 'cloudfront' | 'origin' = 'direct') =>
  wafCheck(treeWith(text), { request: 'a.http', profile }, policy).join('\n');

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
      COUNT   path-admin                 Labels admin pages at any depth, decoded, normalised and in lower case.
      BLOCK   geo-admin                  Admin only from the countries the catalog serves; an unknown country is unknown.
      labels  bizflow:path:admin
      => BLOCK by geo-admin

    POST /login  from unknown address (IN)
      the last of 11 in 30 s
      COUNT   path-login                 Labels logins at any depth; their limit is their own.
      BLOCK   rate-login                 At most 10 requests in 60 s from one address; more get 429 (Too Many Requests).
      labels  bizflow:path:login
      => BLOCK by rate-login

    GET /pricing  from unknown address (country unknown)
      rules by country saw none; write a comment before the request: # @country GB
      COUNT   managed-anonymous-ip-list  Labels anonymising and hosting addresses; blocks none.
      COUNT   suspicious-address         An anonymising or hosting address.
      CAPTCHA captcha                    Only for pages that a browser requests, so that a person can answer. Never for a webhook or the API.
      labels  awswaf:managed:aws:anonymous-ip-list:AnonymousIPList, bizflow:suspicious
      => UNDECIDED: AWS's own rules decide, and this command cannot ask them
         managed-amazon-ip-list     could BLOCK; looks at address
         managed-known-bad-inputs   could BLOCK; looks at headers, body, path, query, method
         managed-core-rule-set      could BLOCK; looks at headers, query, body, path, cookie
         managed-sql-database       could BLOCK; looks at query, body, cookie
         managed-bot-control        could BLOCK; looks at address, headers
         if they find nothing: CAPTCHA by captcha
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
  expect(checked(text, 'origin')).toContain('if they find nothing: ALLOW by default');
});

describe('what only AWS can say', () => {
  const injection = 'POST /login\nContent-Type: application/json\n\n{"user":"\' OR 1=1 --"}';

  it("leaves ' OR 1=1 -- at a login undecided, and names who looks at what", () => {
    expect(checked(`# @country IN\n${injection}`)).toMatchInlineSnapshot(`
      "POST /login  from unknown address (IN)
        COUNT   path-login                 Labels logins at any depth; their limit is their own.
        labels  bizflow:path:login
        => UNDECIDED: AWS's own rules decide, and this command cannot ask them
           managed-amazon-ip-list     could BLOCK; looks at address
           managed-known-bad-inputs   could BLOCK; looks at headers, body, path, query, method
           managed-core-rule-set      could BLOCK; looks at headers, query, body, path, cookie
           managed-sql-database       could BLOCK; looks at query, body, cookie
           managed-bot-control        could BLOCK; looks at address, headers
           if they find nothing: ALLOW by default: no rule decided
      "
    `);
  });

  it('is decided again by what the file says that AWS finds', () => {
    const found = '# @label awswaf:managed:aws:sql-database:SQLi_Body\n# @label none\n';
    expect(checked(`${found}${injection}`)).toContain('=> BLOCK by managed-sql-database');
    expect(checked(`# @label none\n${injection}`)).toContain('=> ALLOW by default');
  });

  it('is in the answer for programs, one line of JSON', () => {
    const lines = wafCheck(treeWith(injection), {
      request: 'a.http',
      profile: 'origin',
      json: true,
    });
    expect(lines).toHaveLength(1);
    const [said] = JSON.parse(lines[0] ?? '').verdicts;
    expect(said).toMatchObject({
      method: 'POST',
      target: '/login',
      action: 'UNDECIDED',
      otherwise: { action: 'ALLOW', rule: 'default' },
    });
    expect(said.open.map(({ group }: { group: string }) => group)).toEqual([
      'AWSManagedRulesKnownBadInputsRuleSet',
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesSQLiRuleSet',
    ]);
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
