import type { Breakage } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

const quota = { pods: 20, cpu: 8, memoryGi: 16 };

const withTenant = (tenant: object) => (draft: Draft) =>
  Object.assign(draft, {
    tenants: [{ name: 'acme', country: 'GB', region: 'xx-west-1', quota, ...tenant }],
  });

/** Breaks dedicated tenants. */
export const tenants: readonly Breakage[] = [
  ['a tenant placed across the border', withTenant({ region: 'xx-central-1' }), 'TENANT_MISPLACED'],
  [
    'a tenant of a country without a region, placed abroad',
    withTenant({ country: 'US' }),
    'TENANT_MISPLACED',
  ],
  ['a tenant whose name climbs', withTenant({ name: '../acme' }), 'TENANT_NAME'],
  [
    'a tenant with a quota of no pods',
    withTenant({ quota: { ...quota, pods: 0 } }),
    'TENANT_QUOTA',
  ],
  [
    'a tenant with a quota of more CPU than the nodes of its region',
    withTenant({ quota: { ...quota, cpu: 100_000 } }),
    'TENANT_QUOTA',
  ],
  [
    'a tenant with a quota of more pods than there are addresses',
    withTenant({ quota: { ...quota, pods: 1000 } }),
    'POD_ADDRESSES',
  ],
  [
    'one tenant twice',
    (draft) => {
      withTenant({})(draft);
      draft.tenants.push(...structuredClone(draft.tenants));
    },
    'TENANT_TWICE',
  ],
];
