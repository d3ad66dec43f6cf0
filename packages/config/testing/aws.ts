import { globalRegion } from '../src/foundation/global-layer.ts';
import { type Breakage, worker } from './breakage.ts';
import type { Draft } from './example-fleet.ts';

/** An example place under the id of another, with everything that follows from the id. */
const renamed = (id: string) => (draft: Draft) =>
  Object.assign(draft, JSON.parse(JSON.stringify(draft).replaceAll('xx-north-1', id)));

/** The same, of a region of which AWS offers nothing to us. */
const unoffered = (id: string) => (draft: Draft) => {
  renamed(id)(draft);
  const regions = Object.entries(draft.aws.regions).filter(([region]) => region !== id);
  Object.assign(draft, { aws: { ...draft.aws, regions: Object.fromEntries(regions) } });
};

const north = (draft: Draft) => draft.catalog['xx-north-1'];

/** Three categories of instances, in each of the four example places. */
const everyPool = Array.from({ length: 12 }, () => 'POOL_EMPTY');

/** Breaks what AWS offers in a place. */
export const aws: readonly Breakage[] = [
  ['a region in China', unoffered('cn-north-1'), 'PLACE_PARTITION'],
  ['a region of a government', unoffered('us-gov-west-1'), 'PLACE_PARTITION'],
  [
    'a region of the European sovereign cloud',
    unoffered('eusc-de-east-1'),
    'PLACE_PARTITION',
    'ASSIGNED_FORMAT',
  ],
  ['a region that AWS has not', unoffered('xx-moon-1'), 'PLACE_UNKNOWN'],
  ['the region of the global layer', renamed(globalRegion), 'PLACE_GLOBAL'],
  [
    'a region of two zones',
    (d) => Object.assign(d.aws.regions['xx-north-1'] ?? {}, { zones: 'ab' }),
    'PLACE_ZONES',
    'PLACE_ZONE',
  ],
  ['a zone that the region lacks', (d) => (north(d).zones[2] = 'xx-north-1d'), 'PLACE_ZONE'],
  [
    'the country of those it serves for that of the region',
    (d) => {
      north(d).country = 'AE';
    },
    'EXCEPTION_UNUSED',
    'PLACE_COUNTRY',
  ],
  [
    'a size that the family has not',
    (d) => (north(d).cluster.nodes.instance = 'm6g.3xlarge'),
    'INSTANCE_UNKNOWN',
  ],
  [
    'nodes of Intel',
    (d) => (north(d).cluster.nodes.instance = 'm6i.xlarge'),
    'INSTANCE_ARCHITECTURE',
    'INSTANCE_NOT_OFFERED',
  ],
  [
    'nodes that one zone lacks',
    (d) => (north(d).cluster.nodes.instance = 'm7g.xlarge'),
    'INSTANCE_NOT_OFFERED',
  ],
  [
    'a database class of ElastiCache',
    (d) => (north(d).redis.node = 'db.r6g.large'),
    'INSTANCE_UNKNOWN',
  ],
  [
    'a database of a family that the region lacks',
    (d) => (north(d).database.instance = 'db.r8g.xlarge'),
    'INSTANCE_NOT_OFFERED',
  ],
  [
    'a service for which no pool finds an instance',
    (d) => (worker(d).compute = { kind: 'karpenter', architecture: 'amd64' }),
    ...everyPool,
  ],
];
