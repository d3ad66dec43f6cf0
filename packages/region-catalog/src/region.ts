import type { CountryCode } from './countries.ts';
import type { DnsLocation } from './dns-location.ts';
import type { KubernetesVersion } from './kubernetes.ts';
import type { Life } from './moves/life.ts';
import type { RegionId } from './region-ids.ts';
import type { RegulationCode } from './regulations.ts';

/** An IPv4 block in CIDR notation (RFC 4632), aligned to its prefix: `10.4.0.0/16`. */
export type Cidr = `${number}.${number}.${number}.${number}/${number}`;

/** One value per availability zone, in the order of {@link Region.zones}. */
export type PerZone<T> = readonly [T, T, T];

/** The three subnet tiers of the document's "VPC Design". */
export type Tier = 'public' | 'private' | 'database';

/** A VPC and its nine subnets. */
export type Network = { readonly vpc: Cidr } & { readonly [T in Tier]: PerZone<Cidr> };

/** Where traffic goes when a region is down; a static page keeps bound data inside its border. */
export type Fallback =
  | { readonly kind: 'region'; readonly region: RegionId }
  | { readonly kind: 'static-page' };

/** EKS and the managed node group that carries the controllers (Karpenter adds the rest). */
export interface ClusterFacts {
  /** Kubernetes minor version, as EKS names it. */
  readonly kubernetes: KubernetesVersion;
  readonly nodes: {
    /** EC2 instance type; Graviton, as "Cost-Saving Strategies" asks. */
    readonly instance: string;
    readonly min: number;
    readonly max: number;
    readonly diskGb: number;
  };
}

/** The region's RDS for PostgreSQL instance: the document's "Database Configuration". */
export interface DatabaseFacts {
  readonly identifier: string;
  readonly role: 'writer' | 'replica';
  /** The region whose instance takes this region's writes: itself for a writer. */
  readonly writer: RegionId;
  /** The region this instance replicates from; `null` for a writer. */
  readonly source: RegionId | null;
  /** RDS instance class. */
  readonly instance: `db.${string}`;
  readonly storageGb: number;
  readonly storageType: 'gp3';
  /** Automated backup retention, 1 to 35 days (RDS user guide, "Backup retention period"). */
  readonly backupDays: number;
  readonly multiAz: boolean;
}

/** The region's ElastiCache for Redis replication group. */
export interface RedisFacts {
  readonly identifier: string;
  readonly node: `cache.${string}`;
  readonly replicas: number;
  readonly multiAz: boolean;
  readonly tls: boolean;
  /** Membership in an ElastiCache Global Datastore; `null` keeps the data in the region. */
  readonly global: { readonly id: string; readonly role: 'primary' | 'secondary' } | null;
}

/** An S3 bucket of the region. */
export interface BucketFacts {
  readonly purpose: string;
  readonly storageClass: 'INTELLIGENT_TIERING' | 'STANDARD';
  /** S3 replication target; `null` keeps the objects in the region. */
  readonly replicatesTo: RegionId | null;
}

/** A KMS key, as "KMS Key Strategy" has it; the alias stands without its `alias/` prefix. */
export interface KeyFacts {
  readonly alias: string;
  readonly scope: 'regional' | 'multi-region';
  readonly rotation: 'annual' | 'automatic';
}

/** How Route 53 finds the region: the document's "Geo Routing Policy". */
export interface DnsFacts {
  readonly locations: readonly DnsLocation[];
  readonly healthCheck: {
    readonly name: string;
    readonly path: string;
    readonly intervalSeconds: 10 | 30;
    readonly failureThreshold: number;
    /** AWS Regions that the checkers run in (Route 53 API, `HealthCheckRegion`). */
    readonly checkers: readonly string[];
  };
}

/** Everything the document says of one place: its fact sheet, as it was before any move began. */
export interface Sheet {
  readonly id: RegionId;
  readonly name: string;
  /** Where data at rest lies, which is not always whose data it is: see {@link Region.serves}. */
  readonly country: CountryCode;
  /** Countries whose tenants are placed here. */
  readonly serves: readonly CountryCode[];
  readonly regulations: readonly RegulationCode[];
  /** `impaired`: AWS cannot serve there; it stays rendered, and who places new tenants should look. */
  readonly status: 'active' | 'impaired';
  readonly fallback: Fallback;
  readonly zones: PerZone<string>;
  readonly network: Network;
  readonly cluster: ClusterFacts;
  readonly database: DatabaseFacts;
  readonly redis: RedisFacts;
  readonly buckets: readonly BucketFacts[];
  readonly keys: {
    readonly database: KeyFacts;
    readonly storage: KeyFacts;
    readonly secrets: KeyFacts;
    readonly application: KeyFacts;
  };
  readonly dns: DnsFacts;
}

/** A place as it is now: its fact sheet, and what moves have made of it. */
export interface Region extends Sheet {
  readonly life: Life;
}
