import { clusters, fleet } from '@bizflow/config';
import { expect, it } from 'vitest';
import { regionRoot } from '../region-root.ts';

const facts = fleet(
  {
    apiVersion: 'images.bizflow.app/v1',
    images: { production: {}, staging: {} },
  },
  {},
);
const originAcl = { ruleJson: '[{"Priority":0}]', redactedHeaders: ['cookie'] };

/** The inputs of a call, as the document's place names it: `inputsOf('ap-south-1', 'rds')`. */
const inputsOf = (place: string, module: string) => {
  const cluster = clusters(facts).find(({ id }) => id === place || id === `production/${place}`);
  if (cluster === undefined) throw new RangeError(`there is no cluster in ${place}`);
  const file = regionRoot(cluster, facts, originAcl).find(({ path }) =>
    path.endsWith(`/${module}.tf.json`),
  );
  const calls = file?.body.module as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return calls[module.replaceAll('-', '_')] ?? {};
};

const all = clusters(facts).map(({ id }) => id);

const databaseOf = (id: string) => {
  const { identifier, instance_class, storage_gb, multi_az, backup_days } = inputsOf(id, 'rds');
  return [id, identifier, instance_class, storage_gb, multi_az, backup_days];
};

it("renders the document's own databases", () => {
  const table = [
    ['production/ap-south-1', 'bizflow-primary', 'db.r6g.2xlarge', 500, true, 35],
    ['production/ap-southeast-1', 'bizflow-replica-singapore', 'db.r6g.xlarge', 500, false, 35],
    ['production/me-south-1', 'bizflow-writer-uae', 'db.r6g.xlarge', 200, true, 35],
    ['production/eu-west-2', 'bizflow-writer-uk', 'db.r6g.xlarge', 200, true, 35],
    ['staging/ap-south-1', 'bizflow-primary', 'db.r6g.2xlarge', 500, true, 35],
  ];
  const documented = all.filter((id) => table.some(([place]) => place === id));
  expect(documented.map(databaseOf)).toEqual(table);
});
