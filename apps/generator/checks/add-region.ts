import { clusters } from '@bizflow/config';
import { committed as facts } from '@bizflow/config/testing';
import { overlaps } from '@bizflow/kernel';
import type { Workspace } from '@bizflow/testing/workspace';
import { edit, nx, regionId, tryInCopy } from './regions/in-a-copy.ts';

// `npm run add-region -- me-central-1 eu-central-1`: in a copy of this repository regions join the fleet, as
// CONTRIBUTING.md says. Then only tests of the document's own numbers may fail.
const ids = process.argv.slice(2);
if (ids.length === 0 || !ids.every((id) => regionId.test(id))) {
  console.error('add-region: name AWS Regions: npm run add-region -- NEW ...');
  process.exit(2);
}

const networks = [...Object.values(facts.catalog), ...clusters(facts)].map(
  ({ network }) => network.vpc,
);
const octets = Array.from({ length: 256 }, (_, octet) => octet).filter(
  (octet) => ![...networks, '10.100.0.0/16'].some((vpc) => overlaps(vpc, `10.${octet}.0.0/16`)),
);
const served = new Set<string>(Object.values(facts.catalog).flatMap(({ serves }) => serves));

const budgetUsd = 6000;

/** Adds a region that serves its own country, or none where another region does, and gives it prices. */
function add(workspace: Workspace, id: string): void {
  const { country } = facts.aws.regions[id] ?? { country: 'ZZ' };
  const serves = served.has(country) ? '' : country;
  served.add(country);
  const options = [`--name=${id}`, `--country=${country}`, `--serves=${serves}`];
  nx(workspace, '@bizflow/generator:region', id, ...options, `--octet=${octets.shift()}`);
  edit(
    workspace,
    'packages/config/src/cost/prices.ts',
    [/monthlyUsd: \{\n/, `$&'${id}': usd(800, 600, 200, 150, 200, 150),\n`],
    [/pricedSizes: \{\n/, `$&'${id}': { ...xlarge, bucketCopies: 1 },\n`],
    [/budgetsUsd: \{\n/, `$&'production/${id}': ${budgetUsd},\n`],
  );
}

tryInCopy('add-region', (workspace) => {
  edit(workspace, 'packages/config/src/cost/prices.ts', [
    /accountsUsd: \{ production: [\d_]+/,
    `accountsUsd: { production: ${facts.cost.accountsUsd.production + budgetUsd * ids.length}`,
  ]);
  for (const id of ids) add(workspace, id);
});
