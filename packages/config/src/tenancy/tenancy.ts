import { freeze } from '@bizflow/kernel';
import type { Image } from '../images/images.ts';

/** What the application may do to a relation. Never TRUNCATE, REFERENCES, TRIGGER: they pass by rows. */
export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** A key of another tenant table, and the columns that refer to it. */
export interface TenantReference {
  readonly columns: readonly string[];
  readonly table: string;
  readonly key: readonly string[];
}

/** A table whose every row belongs to one tenant. */
export interface TenantTable {
  readonly name: string;
  /** The column that says whose the row is: a `uuid`, never null. */
  readonly tenantColumn: string;
  readonly privileges: readonly Privilege[];
  /** `closed`: reached through their parent only; `open`: each is granted like the parent. */
  readonly partitions: 'none' | 'closed' | 'open';
  /** Unique keys to add where they are missing; each contains the tenant column. */
  readonly keys: readonly (readonly string[])[];
  /** Foreign keys to add where they are missing; each pairs the two tenant columns. */
  readonly references: readonly TenantReference[];
}

/** Something the audit refuses until a person has looked at it, and named exactly what they saw. */
export interface Review {
  readonly finding: 'MATERIALIZED_VIEW' | 'PLAIN_KEY' | 'SECURITY_DEFINER';
  /** As the audit spells it. */
  readonly object: string;
  /** The MD5 of its definition that the audit prints: a change of it needs a new review. */
  readonly definition: string;
  readonly reason: string;
  readonly decision: `docs/decisions/${string}.md`;
}

/** How tenants who share a database are kept apart in it. */
export interface Tenancy {
  readonly schema: string;
  /** The setting that names the tenant of a transaction. */
  readonly setting: string;
  /** The role that has the application's rights; its logins are members of it. */
  readonly role: string;
  /** The service before whose release the isolation is applied. */
  readonly service: string;
  /** The last part of the name of the migration role's own URL in Secrets Manager. */
  readonly secret: string;
  /** PostgreSQL's own client, mirrored into ECR as `bizflow/<repository>`. */
  readonly client: Pick<Image, 'tag' | 'digest' | 'placeholder'> & { readonly repository: string };
  readonly tables: readonly TenantTable[];
  /** Views over tenant tables that the application may read, each with its reader's own rights. */
  readonly views: readonly string[];
  /** Tables without data of tenants; the application may read them. */
  readonly shared: readonly string[];
  readonly reviews: readonly Review[];
}

/** The document's "Data Residency Strategy": its setting, its table, its column. */
export const tenancy: Tenancy = freeze({
  schema: 'public',
  setting: 'app.current_tenant',
  role: 'bizflow_app',
  service: 'api',
  secret: 'database-migration',
  client: {
    repository: 'postgres-client',
    tag: '17',
    digest: 'sha256:0000000000000000000000000000000000000000000000000000000000000003',
    placeholder: true,
  },
  tables: [
    {
      name: 'customers',
      tenantColumn: 'tenant_id',
      privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
      partitions: 'none',
      keys: [],
      references: [],
    },
  ],
  views: [],
  shared: [],
  reviews: [],
});
