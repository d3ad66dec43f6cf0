import { breakages, called, exampleFleet, nth } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { fleetRules } from './fleet-rules.ts';

const said = (sentence: string) => {
  const { change } = nth(
    breakages.filter((breakage) => breakage.sentence === sentence),
    0,
  );
  return fleetRules(exampleFleet(change));
};

it('says that a step does not rise', () => {
  expect(said('a step that falls')).toMatchInlineSnapshot(`
    [
      {
        "at": "environments.production.canary.steps[1].percent",
        "code": "CANARY_NOT_RISING",
        "reason": "must be > 5, the step before it",
        "remedy": "order the steps by rising percent",
        "severity": "error",
        "value": "4",
      },
    ]
  `);
});

it('says that a name is too long without repeating it', () => {
  expect(said('a name of 300 characters')).toMatchInlineSnapshot(`
    [
      {
        "at": "services[1].name",
        "code": "SERVICE_NAME",
        "reason": "must be a DNS label of at most 55 characters (RFC 1123)",
        "remedy": "use lower-case letters, digits and dashes, starting with a letter",
        "severity": "error",
        "value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... (300 characters)",
      },
      {
        "at": "services[1].name",
        "code": "SERVICE_ROLE_NAME",
        "reason": "makes an IAM role name of 332 characters; the limit is 64",
        "remedy": "shorten the name by 268",
        "severity": "error",
        "value": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa... (300 characters)",
      },
    ]
  `);
});

it('says which digest is missing', () => {
  expect(said('a service without a digest')).toMatchInlineSnapshot(`
    [
      {
        "at": "images.lock.json/images/staging/api",
        "code": "IMAGE_NOT_PINNED",
        "reason": "has no pinned digest: it is unknown which image of api runs in staging",
        "remedy": "pin an image: npx nx generate @bizflow/generator:pin-images",
        "severity": "error",
        "value": "undefined",
      },
    ]
  `);
});

it('says which cluster and which environment have no assigned values', () => {
  expect(said('a cluster without assigned values')).toMatchInlineSnapshot(`
    [
      {
        "at": "assigned.clusters['production/xx-west-1']",
        "code": "ASSIGNED_MISSING",
        "reason": "is missing: each cluster needs the values that AWS assigned",
        "remedy": "add an entry 'production/xx-west-1' to packages/config/src/assigned/assigned.ts, with placeholder(...) values at first",
        "severity": "error",
        "value": "undefined",
      },
    ]
  `);
  expect(said('an environment without an account')).toMatchInlineSnapshot(`
    [
      {
        "at": "assigned.accounts.staging",
        "code": "ASSIGNED_MISSING",
        "reason": "is missing: each environment needs the account that AWS assigned",
        "remedy": "add 'staging' to packages/config/src/assigned/assigned.ts, with a placeholder(...) value at first",
        "severity": "error",
        "value": "undefined",
      },
    ]
  `);
});

it('says which region a site overlaps', () => {
  expect(said('a site that shares addresses with a region')).toMatchInlineSnapshot(`
    [
      {
        "at": "environments.staging.sites[0].network.vpc",
        "code": "CIDR_OVERLAP",
        "reason": "overlaps 10.3.0.0/16 (xx-north-1.network.vpc)",
        "remedy": "choose a block that no other network uses",
        "severity": "error",
        "value": "10.3.0.0/16",
      },
    ]
  `);
});

it('says how many addresses a release needs and how many there are', () => {
  const crowded = exampleFleet((draft) => {
    draft.services = ['api', 'whatsapp-worker'].map((name) => called(draft, name));
    called(draft, 'api').replicas.production.max = 300;
    called(draft, 'whatsapp-worker').replicas.production.max = 30;
  });
  expect(fleetRules(crowded)[0]).toMatchInlineSnapshot(`
    {
      "at": "production/xx-central-1.network.private",
      "code": "POD_ADDRESSES",
      "reason": "a release at full scale needs more than the 553 addresses left for pods",
      "remedy": "lower replicas.max or the quotas of tenants, or use larger private subnets",
      "severity": "error",
      "value": "660 pods",
    }
  `);
});

it('says which name of the database is invalid', () => {
  const [first] = said('a table whose name is a statement');
  expect(first).toMatchObject({ at: 'tenancy.tables[0].name', value: 'cust; DROP TABLE x' });
  const [column] = said('a tenant column in capitals');
  expect(column?.at).toBe('tenancy.tables[0].tenantColumn');
});

it('warns of a region that the cost table does not price', () => {
  expect(said('a region that has lost its row')).toMatchInlineSnapshot(`
    [
      {
        "at": "cost.monthlyUsd['xx-north-1']",
        "code": "COST_UNPRICED",
        "reason": "has no row in the cost table, so its cost is estimated from the row of xx-west-1",
        "remedy": "write its monthly prices, and its sizes in pricedSizes: packages/config/src/cost/prices.ts",
        "severity": "warning",
        "value": "missing",
      },
    ]
  `);
});

it('warns of an example', () => {
  expect(said('an example workspace')).toMatchInlineSnapshot(`
    [
      {
        "at": "assigned.clusters['staging/xx-central-1'].prometheusWorkspace",
        "code": "PLACEHOLDER_VALUE",
        "reason": "is a placeholder; AWS assigns the real value",
        "remedy": "write the real value as assigned(...) in packages/config/src/assigned/assigned.ts",
        "severity": "warning",
        "value": "ws-00000000-0000-4000-8000-000000000005",
      },
    ]
  `);
});
