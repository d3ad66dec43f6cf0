import { changed } from '@bizflow/config/testing';
import { regionForCountry } from '@bizflow/region-catalog';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fleetRules } from '../fleet/fleet-rules.ts';
import { largestQuota, tenantQuotaRules } from './tenant-quota-rules.ts';

const country = 'GB';
const { region } = regionForCountry(country);
const amount = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.double(),
);

/** The fleet whose one tenant has this quota, and whose region may grow to so many nodes. */
const fleetWith = (quota: { pods: number; cpu: number; memoryGi: number }, max = 9) =>
  changed((draft) => {
    draft.tenants = [{ name: 'acme', country, region, quota }];
    draft.catalog[region].cluster.nodes.max = max;
  });

it('takes exactly the whole numbers from one to all that the nodes can have', () => {
  fc.assert(
    fc.property(amount, amount, amount, fc.integer({ min: 3, max: 450 }), (pods, cpu, gi, max) => {
      const quota = { pods, cpu, memoryGi: gi };
      const most = largestQuota(max);
      const wrong = (['pods', 'cpu', 'memoryGi'] as const).filter(
        (name) =>
          !Number.isInteger(quota[name]) ||
          Math.min(Math.max(quota[name], 1), most[name]) !== quota[name],
      );
      expect(tenantQuotaRules(fleetWith(quota, max)).map(({ at }) => at)).toEqual(
        wrong.map((name) => `tenants[0].quota.${name}`),
      );
    }),
  );
});

it('takes more when the region may have more nodes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 449 }), (nodes) => {
      const [one, other] = [largestQuota(nodes), largestQuota(nodes + 1)];
      expect(tenantQuotaRules(fleetWith(other, nodes))).toHaveLength(3);
      expect(tenantQuotaRules(fleetWith(other, nodes + 1))).toEqual([]);
      expect(other.cpu).toBeGreaterThan(one.cpu);
    }),
  );
});

it('says that a place is wrong, and not that the quota is too large for no place', () => {
  const fleet = fleetWith({ pods: 100_000, cpu: 1, memoryGi: 1 });
  for (const tenant of fleet.tenants) Object.assign(tenant, { region: 'xx-none-1' });
  const codes = fleetRules(fleet).map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith('TENANT_'))).toEqual(['TENANT_MISPLACED']);
});
