import { freeze } from '@bizflow/kernel';
import type { CountryCode, RegionId } from '@bizflow/region-catalog';

/**
 * A tenant with its own namespace and Application. Every other tenant is pooled: it shares the services, apart by
 * row-level security, and needs no entry here.
 */
export interface DedicatedTenant {
  /** A DNS label; the namespace is `tenant-<name>`. */
  readonly name: string;
  readonly country: CountryCode;
  /** Where it is placed: the region that serves its country, or it is a named problem. */
  readonly region: RegionId;
  /** The quota of its namespace. */
  readonly quota: { readonly pods: number; readonly cpu: number; readonly memoryGi: number };
}

/** The dedicated tenants, none at first. */
export const tenants: readonly DedicatedTenant[] = freeze([]);
