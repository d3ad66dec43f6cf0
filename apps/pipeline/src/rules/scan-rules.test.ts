import { imagePolicies } from '@bizflow/config';
import { delivery } from '@bizflow/config/delivery';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanRules, snyk, trivy } from './scan-rules.ts';

const policy = imagePolicies.staging;

/** A report in the shape of `trivy image --format json`, with one vulnerability of a severity. */
const trivyReport = (Severity: string) => ({
  SchemaVersion: 2,
  CreatedAt: '2026-11-02T09:00:00Z',
  ArtifactName: '127.0.0.1:5000/bizflow/api:1.4.2',
  ArtifactType: 'container_image',
  Metadata: { OS: { Family: 'debian', Name: '13.1' }, ImageID: 'sha256:aa' },
  Results: [
    {
      Target: 'api (debian 13.1)',
      Class: 'os-pkgs',
      Type: 'debian',
      Vulnerabilities: [
        {
          VulnerabilityID: 'CVE-2026-1000',
          PkgName: 'libssl3t64',
          InstalledVersion: '3.5.1-1',
          FixedVersion: '3.5.2-1',
          Status: 'fixed',
          Severity,
        },
      ],
    },
    { Target: 'Node.js', Class: 'lang-pkgs', Type: 'node-pkg' },
  ],
});

/** A report in the shape of `snyk container test --json`. */
const snykReport = (severity: string) => ({
  ok: false,
  dependencyCount: 91,
  packageManager: 'deb',
  path: '127.0.0.1:5000/bizflow/api',
  uniqueCount: 1,
  vulnerabilities: [
    {
      id: 'SNYK-DEBIAN13-OPENSSL-1',
      title: 'CVE-2026-1000',
      severity,
      packageName: 'openssl',
      version: '3.5.1-1',
      isUpgradable: false,
    },
  ],
});

const codes = (reading: ReturnType<typeof trivy>) =>
  scanRules('api', reading, policy).map(({ code, value }) => `${code} ${value}`);

describe('a scan', () => {
  it.each([
    ['CRITICAL', ['SCAN_FINDING CVE-2026-1000']],
    ['HIGH', ['SCAN_FINDING CVE-2026-1000']],
    ['MEDIUM', []],
    ['LOW', []],
    ['UNKNOWN', []],
  ])('of Trivy with a finding that is %s gives %j', (severity, expected) => {
    expect(codes(trivy(trivyReport(severity)))).toEqual(expected);
  });

  it.each([
    ['critical', ['SCAN_FINDING SNYK-DEBIAN13-OPENSSL-1']],
    ['high', ['SCAN_FINDING SNYK-DEBIAN13-OPENSSL-1']],
    ['medium', []],
    ['low', []],
  ])('of Snyk with a finding that is %s gives %j', (severity, expected) => {
    expect(codes(snyk(snykReport(severity)))).toEqual(expected);
    expect(codes(snyk([snykReport('low'), snykReport(severity)]))).toEqual(expected);
  });

  it('refuses a secret in a layer and a failed check, and lets a passed one be', () => {
    const Results = [
      {
        Target: '/app/.npmrc',
        Class: 'secret',
        Secrets: [{ RuleID: 'npm-access-token', Title: 'NPM access token', Severity: 'CRITICAL' }],
        Misconfigurations: [
          { ID: 'DS-0002', Title: 'Image user is root', Status: 'FAIL', Severity: 'HIGH' },
          { ID: 'DS-0001', Title: 'latest tag used', Status: 'PASS', Severity: 'HIGH' },
        ],
      },
    ];
    expect(codes(trivy({ SchemaVersion: 2, Results }))).toEqual([
      'SCAN_FINDING npm-access-token',
      'SCAN_FINDING DS-0002',
    ]);
  });

  it('reports a finding of one package once, even if it is listed more often', () => {
    const report = snykReport('high');
    expect(codes(snyk([report, report]))).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['an empty object', {}],
    ['another schema', { ...trivyReport('LOW'), SchemaVersion: 1 }],
    ['no result', { ...trivyReport('LOW'), Results: [] }],
    ['results left out', { SchemaVersion: 2 }],
  ])('of Trivy with %s is not clean', (_, report) => {
    expect(codes(trivy(report))).toEqual(['SCAN_BLIND no answer']);
  });

  it.each([
    ['no project', []],
    ['an error', { ok: false, error: 'Authentication failed', path: '/src' }],
    ['an error among projects', [snykReport('low'), { error: 'no supported target files' }]],
    ['the report of another tool', trivyReport('LOW')],
  ])('of Snyk with %s is not clean', (_, report) => {
    expect(codes(snyk(report))).toEqual(['SCAN_BLIND no answer']);
  });

  it('never throws on the content of a report, and never calls an unreadable one clean', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const read of [trivy, snyk]) expect(codes(read(value))).not.toEqual([]);
      }),
    );
  });

  it('tolerates of a pod in staging no more than of an image', () => {
    expect(delivery.dast.tolerates).toBe(policy.tolerates);
  });
});
