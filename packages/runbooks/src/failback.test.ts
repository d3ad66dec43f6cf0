import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusters, servicesIn } from '@bizflow/config';
import { standbyOf, takenOver } from '@bizflow/config/failover';
import { regionRoot } from '@bizflow/config/order';
import { committed, usual } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';
import { runbookFiles } from './files.ts';

const lost = Object.values(usual.catalog).flatMap(({ id }) =>
  standbyOf(usual.catalog, id) === undefined ? [] : [id],
);

describe.each(lost)('while a standby has taken over from %s', (id) => {
  const fleet = { ...usual, ...takenOver(usual, id), failedOver: [id] };
  const files = runbookFiles(fleet);
  const page = files.find(({ path }) => path.endsWith(`/${id}/failback.md`))?.body ?? '';
  const at = (region: string | undefined) =>
    clusters(fleet).find((one) => one.environment.sites === 'catalog' && one.region.id === region);
  const ends = [at(id), at(standbyOf(usual.catalog, id)?.id)].flatMap((one) => one ?? []);

  it('a page says how the region takes the writes again', () => {
    const readme = files.find(({ path }) => path.endsWith('runbooks/README.md'))?.body;
    expect(readme).toContain(`](${id}/failback.md)`);
    expect(page).toContain(`promote-read-replica \\\n  --region ${id}`);
  });

  it('each of the two writers is moved aside and out of the state before its root makes a replica', () => {
    expect(ends).toHaveLength(2);
    for (const cluster of ends) {
      const name = cluster.region.database.identifier;
      expect(page).toContain(`--new-db-instance-identifier ${name}-lost`);
      expect(page).toContain(`${regionRoot(cluster)} state rm module.rds.aws_db_instance.this`);
    }
  });

  it('the page is kept before its revert takes it away', () => {
    const kept = page.indexOf(`cp docs/runbooks/${id}/failback.md `);
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(page.indexOf('git revert COMMIT'));
  });

  it('a revert with conflicts takes the rendered folders as they were, and renders', () => {
    const [, folders = ''] = /git restore --source=HEAD --staged --worktree (.*)/.exec(page) ?? [];
    const contributing = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
    expect(contributing).toContain(`git checkout --ours ${folders}\``);
    expect(page).toContain('npm run render && git add --all && git revert --continue');
  });

  it('nothing goes on before a rename, a promotion or Redis is done', () => {
    const [, lostEnd] = page.split('\n## ');
    expect(lostEnd).toMatch(/until .*-lost .*= available \]; do[^\n]*\nterraform .* state rm/);
    expect(page).toMatch(/ReadReplicaSourceDBInstanceIdentifier' --output text\)" = None \]; do/);
    expect(page).toContain('= PRIMARY ]; do');
    expect(page).toContain('"MetricName":"ReplicaLag"');
    expect(page.indexOf('init -input=false')).toBeLessThan(page.indexOf(' apply\n'));
  });

  it('the pods of both clusters get the secrets, and then restart', () => {
    for (const cluster of ends)
      for (const { name } of servicesIn(cluster, fleet)) {
        const kubectl = `kubectl --context ${cluster.name} --namespace bizflow-${name}`;
        const copied = page.indexOf(`\n${kubectl} annotate externalsecret ${name}`);
        expect(copied).toBeGreaterThan(page.indexOf('git revert COMMIT'));
        expect(page.indexOf(`\n${kubectl} patch rollout ${name}`)).toBeGreaterThan(copied);
      }
  });

  it('no page or script of its own makes a replica in place of the old writer', () => {
    const own = files.filter(({ path }) => /\/(?:region|database)\.(?:md|sh)$/.test(path));
    const ofLost = own.filter(({ path }) => path.includes(`/${id}/`));
    expect(ofLost).toHaveLength(4);
    for (const { body } of ofLost) expect(body).not.toMatch(/^.*terraform .*apply/m);
    for (const { path, body } of ofLost)
      if (path.endsWith('.md')) expect(body).toContain('](failback.md)');
  });

  it('the shell can read each of its blocks', () => {
    for (const [, input = ''] of page.matchAll(/```sh\n([\s\S]*?)\n```/g))
      expect(spawnSync('sh', ['-n'], { input, encoding: 'utf8' }).stderr).toBe('');
  });

  it('a rehearsal plays what changes AWS, and none of the waits', () => {
    const played = page.match(/^(?:aws \w+ [\w-]+|terraform .*)/gm) ?? [];
    const changes =
      /^aws \S+ (?:modify|create|promote|failover)-|^terraform \S+ (?:apply|state rm)/;
    expect(played.filter((line) => !changes.test(line))).toEqual([]);
  });
});

it('no page of a failback is there before', () => {
  const paths = runbookFiles({ ...committed, ...usual }).map(({ path }) => path);
  expect(paths.filter((path) => path.endsWith('/failback.md'))).toEqual([]);
});
