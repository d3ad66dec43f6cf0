import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '@bizflow/config';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..');
const text = readFileSync(join(folder, 'Dockerfile'), 'utf8');
const lines = text
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const of = (instruction: string, from = lines) =>
  from
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

describe('the Dockerfile', () => {
  it('names a version of each base, and never the latest', () => {
    expect(of('FROM')).toHaveLength(3);
    for (const from of of('FROM')) {
      expect(from).toMatch(
        /(:\d+\.\d+\.\d+-[a-z]+-slim|\/nodejs\d+-debian\d+:nonroot)(@sha256:\w+)?( AS [a-z]+)?$/,
      );
    }
  });

  it('compiles on the builder’s own platform and installs on the platform it is for', () => {
    const [build, dependencies, run] = of('FROM');
    expect(build).toMatch(/^--platform=\$BUILDPLATFORM /);
    for (const from of [dependencies, run]) expect(from).not.toContain('--platform');
  });

  it('runs one Node.js in all stages', () => {
    const majors = of('FROM').map((from) => /node(?:js)?:?(\d+)/.exec(from)?.[1]);
    expect(new Set(majors).size).toBe(1);
  });

  it('runs nothing in the last stage, which has no shell', () => {
    expect(of('RUN', last)).toEqual([]);
    expect(of('CMD', last)).toEqual(['["dist/main.js"]']);
    expect(of('HEALTHCHECK', last)).toMatchObject([
      expect.stringMatching(/CMD \["\/nodejs\/bin\/node", /),
    ]);
  });

  it('is run by the user that the pods run as', () => {
    const pods = globSync('../../gitops/*/*/services/*/rollout-*.yaml', { cwd: folder });
    expect(pods.length).toBeGreaterThan(0);
    const users = pods.map((path) => {
      const rollout = readFileSync(join(folder, path), 'utf8');
      return [/runAsUser: (\d+)/.exec(rollout)?.[1], /runAsGroup: (\d+)/.exec(rollout)?.[1]].join(
        ':',
      );
    });
    expect(new Set(users)).toEqual(new Set(of('USER', last)));
  });

  it('answers the health check of every service, on the port it is given', () => {
    for (const { healthPath } of services)
      expect(of('HEALTHCHECK', last)[0]).toContain(`}${healthPath}\``);
    expect(of('EXPOSE', last)).toEqual(['$PORT']);
  });

  it('keeps secrets, Git and what was built before out of its context', () => {
    const ignored = readFileSync(join(folder, 'Dockerfile.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.npmrc', '.env*', '**/node_modules', 'dist']),
    );
    expect(text).not.toMatch(/ARG .*(TOKEN|SECRET|PASSWORD)/i);
  });
});
