import { clusters } from '@bizflow/config';
import { standbyOf, takenOver } from '@bizflow/config/failover';
import { regionRoot } from '@bizflow/config/order';
import { committed, usual } from '@bizflow/config/testing';
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
});

it('no page of a failback is there before', () => {
  const paths = runbookFiles({ ...committed, ...usual }).map(({ path }) => path);
  expect(paths.filter((path) => path.endsWith('/failback.md'))).toEqual([]);
});
