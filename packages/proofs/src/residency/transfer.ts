/** The ways in which Terraform can carry something from one region to another. */
export type TransferKind =
  | 'database-replica'
  | 'redis-replica'
  | 'bucket-replica'
  | 'backup-copy'
  | 'secret-replica'
  | 'key-replica'
  | 'image-replica'
  | 'log'
  | 'network';

/** Something that leaves one region for another. */
export interface Transfer {
  readonly kind: TransferKind;
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** Where resources are that another root makes. */
export interface Places {
  readonly buckets: ReadonlyMap<string, string>;
  /** The region of each VPC, by its block. */
  readonly regionOfAddress: (cidr: string) => string | undefined;
  /** The region of the primary of a Global Datastore, by a part of its id. */
  readonly primaryOf: (datastore: string) => string | undefined;
}
