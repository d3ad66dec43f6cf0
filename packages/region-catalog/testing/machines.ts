import type { Breakage } from './breakage.ts';

/** Breaks clusters, databases and references between regions. */
export const machines: readonly Breakage[] = [
  ['more nodes at least than at most', (c) => (c['xx-west-1'].cluster.nodes.min = 9), 'NODE_RANGE'],
  ['more nodes than a group takes', (c) => (c['xx-west-1'].cluster.nodes.max = 451), 'NODE_RANGE'],
  ['half a node', (c) => (c['xx-west-1'].cluster.nodes.max = 7.5), 'NODE_RANGE'],
  ['fewer nodes than zones', (c) => (c['xx-west-1'].cluster.nodes.min = 2), 'NODE_PER_ZONE'],
  [
    'an unchecked Kubernetes version',
    (c) => (c['xx-west-1'].cluster.kubernetes = '1.33'),
    'KUBERNETES_VERSION',
  ],
  ['a disk too small for EKS', (c) => (c['xx-west-1'].cluster.nodes.diskGb = 10), 'NODE_DISK'],
  [
    'a copy into a bucket that is not there',
    (c) => Object.assign(c['xx-central-1'].buckets[0] ?? {}, { purpose: 'media' }),
    'BUCKET_COPY',
  ],
  [
    'an unknown writer',
    (c) => {
      c['xx-east-1'].database.writer = 'xx-central-2';
    },
    'REGION_UNKNOWN',
    'REPLICA_SOURCE',
    'FALLBACK_ROWS',
    'RESIDENCY_CROSSING',
    'EXCEPTION_UNUSED',
  ],
  [
    'a fallback by the name of a built-in',
    (c) => (c['xx-west-1'].fallback = { kind: 'region', region: 'toString' }),
    'REGION_UNKNOWN',
    'RESIDENCY_CROSSING',
  ],
  [
    'a fallback to the region itself',
    (c) => (c['xx-west-1'].fallback = { kind: 'region', region: 'xx-west-1' }),
    'REGION_UNKNOWN',
  ],
  [
    'a replica of a replica',
    (c) =>
      Object.assign(c['xx-west-1'].database, {
        role: 'replica',
        source: 'xx-east-1',
        storageGb: 500,
      }),
    'REPLICA_SOURCE',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'a replica whose writes go to a third',
    (c) => (c['xx-east-1'].database.writer = 'xx-north-1'),
    'REPLICA_SOURCE',
    'FALLBACK_ROWS',
    'RESIDENCY_CROSSING',
    'EXCEPTION_UNUSED',
  ],
  [
    'a replica of nothing',
    (c) => (c['xx-east-1'].database.source = null),
    'REPLICA_SOURCE',
    'EXCEPTION_UNUSED',
    'EXCEPTION_UNUSED',
  ],
  [
    'a writer that follows another',
    (c) => (c['xx-west-1'].database.source = 'xx-north-1'),
    'WRITER_FOLLOWS',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  ['backups of 36 days', (c) => (c['xx-west-1'].database.backupDays = 36), 'BACKUP_DAYS'],
  ['no backups', (c) => (c['xx-west-1'].database.backupDays = 0), 'BACKUP_DAYS'],
  ['a volume below 20 GB', (c) => (c['xx-west-1'].database.storageGb = 10), 'STORAGE_SIZE'],
  [
    'a replica smaller than its writer',
    (c) => (c['xx-east-1'].database.storageGb = 400),
    'REPLICA_STORAGE',
  ],
  [
    'a source, a fallback and a bucket in a region that is about to be destroyed',
    (c) => (c['xx-east-1'].life.extent = 'remains'),
    'REGION_LEAVING',
    'REGION_LEAVING',
    'REGION_STRANDS',
  ],
  [
    'a fallback to a region in which no service runs',
    (c) => (c['xx-east-1'].life.extent = 'platform'),
    'REGION_LEAVING',
    'REGION_STRANDS',
  ],
  [
    'a writer, a datastore and the default answer in a region that is about to be destroyed',
    (c) => (c['xx-central-1'].life.extent = 'remains'),
    'REGION_LEAVING',
    'REGION_LEAVING',
    'REGION_LEAVING',
    'REGION_STRANDS',
    'REGION_STRANDS',
  ],
  [
    'people of a region in which no service runs',
    (c) => (c['xx-north-1'].life.extent = 'platform'),
    'REGION_STRANDS',
  ],
  [
    'people whose data another region keeps across a border without an exception',
    (c) => c['xx-central-1'].life.keeps.push('AE'),
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
    'RESIDENCY_CROSSING',
  ],
  [
    'a copy across a border without an exception',
    (c) => (c['xx-central-1'].life.copies = { from: 'xx-north-1', people: ['AE'] }),
    'RESIDENCY_CROSSING',
  ],
];
