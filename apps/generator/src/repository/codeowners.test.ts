import { globSync, readFileSync } from 'node:fs';
import { basename, join, matchesGlob } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const lines = readFileSync(join(repository, '.github/CODEOWNERS'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/));

// GitHub: a pattern that ends in a slash means all below it; the last one that matches decides.
const matches = (pattern: string, path: string): boolean =>
  pattern === '*' || matchesGlob(path, pattern.slice(1).replace(/\/$/, '/**'));

const ownersOf = (path: string): readonly string[] =>
  (lines.findLast(([pattern = '']) => matches(pattern, path)) ?? []).slice(1);

const folders = (parent: string): readonly string[] =>
  globSync(`${parent}/*/`, { cwd: repository })
    .map((path) => basename(path))
    .toSorted();

/** Who must approve a change of a subject or a module; the platform team where no other is named. */
const needed: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'packages/config/src': {
    security: ['edge', 'guesses', 'network', 'permissions', 'secrets', 'sign-on', 'tenancy'],
    'release-approvers': ['release'],
    'data-protection': ['failover', 'moves'],
    platform: [
      ...[
        'alarms',
        'assigned',
        'aws',
        'charts',
        'clusters',
        'compute',
        'cost',
        'delivery',
        'environments',
        'facts',
        'fleet',
      ],
      ...[
        'foundation',
        'images',
        'metrics',
        'names',
        'order',
        'platform',
        'recovery',
        'services',
        'tracing',
      ],
    ],
  },
  'terraform/modules': {
    security: [
      ...['delivery', 'detection', 'github-access', 'network-firewall', 'pipeline-access'],
      ...['security', 'workload-roles'],
    ],
    platform: [
      ...['account-budget', 'backup', 'certificates', 'eks', 'elasticache', 'network-hub'],
      ...['network-link', 'observability', 'rds', 'registry', 's3', 'vpc'],
    ],
  },
};

describe.each(Object.entries(needed))('the owners of %s', (parent, byOwner) => {
  it('are those that each folder needs, and no folder is forgotten', () => {
    expect(Object.values(byOwner).flat().toSorted()).toEqual(folders(parent));
    for (const [owner, names] of Object.entries(byOwner)) {
      for (const name of names) {
        expect([name, ownersOf(`${parent}/${name}/a.ts`)]).toEqual([
          name,
          expect.arrayContaining([`@bizflow/${owner}`]),
        ]);
      }
    }
  });
});

it.each([
  ['packages/config/src/images/scan-policy.ts', 'security'],
  ['packages/config/src/platform/identities.ts', 'security'],
  ['terraform/modules/github-access/apply.tf', 'security'],
  ['packages/region-catalog/src/regulations.ts', 'data-protection'],
  ['packages/region-catalog/src/flows.ts', 'data-protection'],
  ['packages/region-catalog/src/regions/any.ts', 'data-protection'],
  ['terraform/environments/production/global/global.tf.json', 'release-approvers'],
  ['gitops/production/any/file.yaml', 'release-approvers'],
  ['gitops/staging/any/file.yaml', 'platform'],
])('%s is approved by %s', (path, owner) => {
  expect(ownersOf(path)).toContain(`@bizflow/${owner}`);
});

it('names no path that is not there', () => {
  const idle = lines
    .map(([pattern = '']) => pattern.slice(1))
    .filter((pattern) => pattern !== '' && globSync(pattern, { cwd: repository }).length === 0);
  expect(idle).toEqual([]);
});
