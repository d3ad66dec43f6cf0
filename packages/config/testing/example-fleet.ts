import {
  type Examples,
  exampleCatalog,
  exampleExceptions,
  type Loose,
  network,
} from '@bizflow/region-catalog/testing';
import { awsOffers } from '../src/aws/aws-offers.ts';
import type { CostRow, Sizes } from '../src/cost/prices.ts';
import { environments } from '../src/environments/environments.ts';
import type { Fleet } from '../src/fleet/fleet.ts';
import { foundations } from '../src/foundation/foundation.ts';
import { globalRegion } from '../src/foundation/global-layer.ts';
import { plain } from './fleets.ts';

/** A fleet of the example places that may be changed into anything. */
export type Draft = Omit<Loose<Fleet>, 'catalog' | 'cost'> & {
  catalog: Examples;
  cost: Omit<Loose<Fleet>['cost'], 'monthlyUsd' | 'pricedSizes' | 'budgetsUsd'> & {
    budgetsUsd: Record<string, number>;
    monthlyUsd: Record<string, Loose<Record<CostRow, number>>>;
    pricedSizes: Record<string, Loose<Sizes>>;
  };
};

const hub = 'xx-central-1';
const ids = Object.keys(exampleCatalog);
const each = <T>(value: T): Record<string, T> =>
  Object.fromEntries(ids.map((id) => [id, structuredClone(value)]));

const real = (value: string) => ({ value, placeholder: false });

/** What AWS assigned to each cluster of the example places. */
const clusters = () =>
  Object.fromEntries(
    [...ids.map((id) => `production/${id}`), `staging/${hub}`].map((id, index) => [
      id,
      {
        prometheusWorkspace: real(`ws-1234abcd-12ab-34cd-56ef-12345678900${index}`),
        fargateSecurityGroup: real(`sg-0a1b2c3d4e5f6780${index}`),
        userPool: real(`${id.split('/')[1]}_a1B2c3D4${index}`),
        signOnClient: real(`1a2b3c4d5e6f7g8h9i0j1k2l3${index}`),
      },
    ]),
  );

const prices = { EKS: 800, RDS: 600, ElastiCache: 200, 'S3 + Transfer': 150, 'ALB + WAF': 200 };
const sizes = { computeVcpu: 15, databaseVcpu: 8, databaseGb: 200, cacheVcpu: 6, bucketCopies: 1 };

/** What AWS would offer in the example places, were they any. */
const offered = () => ({
  ...awsOffers,
  regions: {
    ...Object.fromEntries(Object.entries(awsOffers.regions).filter(([id]) => id === globalRegion)),
    ...Object.fromEntries(
      Object.values(exampleCatalog).map(({ id, country }) => [
        id,
        { country, optIn: false, zones: 'abc', families: { abc: 'c6g m6g r6g', ab: 'm7g' } },
      ]),
    ),
  },
});

/** The facts of a fleet that name a place, for the example places. */
const placed = () => ({
  aws: offered(),
  catalog: structuredClone(exampleCatalog),
  exceptions: structuredClone(exampleExceptions),
  sheets: structuredClone(exampleCatalog),
  writtenExceptions: structuredClone(exampleExceptions),
  moves: [],
  destroyed: [],
  failedOver: [],
  formerValues: {},
  tenants: [],
  environments: [
    environments.production,
    { ...environments.staging, sites: [{ region: hub, network: network(101) }] },
  ],
  foundations: {
    production: { ...foundations.production, hub },
    staging: { ...foundations.staging, hub },
  },
  promotions: [{ from: 'staging', to: 'production', waves: ids.toReversed().map((id) => [id]) }],
});

/**
 * A fleet in places that belong to the tests, with one thing changed: the policies are the committed
 * ones, and nothing is left to say about it. The border where bad text becomes a fleet.
 */
export function exampleFleet(change: (draft: Draft) => unknown = () => undefined): Fleet {
  const { assigned, cost, ...policies } = plain();
  const draft = {
    ...policies,
    ...structuredClone(placed()),
    assigned: {
      ...assigned,
      datastores: { 'example-redis-global': real('erpgt-example-redis-global') },
      clusters: clusters(),
    },
    cost: {
      ...cost,
      ...{ monthlyUsd: each({ ...prices, Other: 150 }), pricedSizes: each(sizes) },
      reference: 'xx-west-1',
      budgetsUsd: { 'production/xx-west-1': 4000 },
      accountsUsd: { ...cost.accountsUsd, production: 17_000 },
    },
  } as unknown as Draft;
  change(draft);
  return draft as unknown as Fleet;
}
