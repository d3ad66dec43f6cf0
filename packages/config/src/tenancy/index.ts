export { type Login, loginRole, loginsOf } from './logins.ts';
export { migrationPolicy } from './migration-policy.ts';
export { type Tenancy, type TenantReference, type TenantTable, tenancy } from './tenancy.ts';
export type { DedicatedTenant } from './tenants.ts';
