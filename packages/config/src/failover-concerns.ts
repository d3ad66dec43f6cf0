import { crossings, type Problem, type Region } from '@bizflow/region-catalog';
import type { Placement } from './failover.ts';
import type { Fleet } from './fleet.ts';
import { imageIn } from './images.ts';

/** What people should know before a standby takes over: size, images, and whose data goes where. */
export const failoverConcerns = (
  fleet: Fleet,
  after: Placement,
  lost: Region,
  standby: Region,
): readonly Problem[] => [
  ...capacity(lost, standby),
  ...digests(fleet, lost, standby),
  ...residency(after),
];

const concern = (
  code: string,
  at: string,
  value: string,
  reason: string,
  remedy: string,
): Problem => ({ code, severity: 'warning', at, value, reason, remedy });

const capacity = (lost: Region, standby: Region): readonly Problem[] => {
  const [had, has] = [lost.database, standby.database];
  const more = 'raise it on the fact sheet when the standby is to stay';
  return [
    ...(has.instance === had.instance
      ? []
      : [
          concern(
            'FAILOVER_CAPACITY',
            `${standby.id}.database.instance`,
            has.instance,
            `takes the writes of both regions; ${lost.id} had ${had.instance} for its own`,
            more,
          ),
        ]),
    ...(has.multiAz || !had.multiAz
      ? []
      : [
          concern(
            'FAILOVER_CAPACITY',
            `${standby.id}.database.multiAz`,
            'false',
            'leaves the new writer without a standby in another zone',
            more,
          ),
        ]),
    ...(standby.cluster.nodes.max >= lost.cluster.nodes.max
      ? []
      : [
          concern(
            'FAILOVER_CAPACITY',
            `${standby.id}.cluster.nodes.max`,
            `${standby.cluster.nodes.max}`,
            `bounds the pods of both regions; ${lost.id} has ${lost.cluster.nodes.max}`,
            more,
          ),
        ]),
  ];
};

const digests = (fleet: Fleet, lost: Region, standby: Region): readonly Problem[] =>
  fleet.environments
    .filter(({ approval }) => approval)
    .flatMap(({ name }) =>
      fleet.services.flatMap((service) => {
        const [had, has] = [lost.id, standby.id].map((id) =>
          imageIn(fleet.lock, name, service.name, id),
        );
        if (had?.digest === has?.digest) return [];
        return [
          concern(
            'FAILOVER_DIGEST',
            `images.lock.json/images/${name}/${service.name}`,
            `${has?.digest ?? 'none'}`,
            `runs in ${standby.id}; ${lost.id} ran ${had?.digest ?? 'none'}`,
            'end or take back the promotion that is under way',
          ),
        ];
      }),
    );

const residency = ({ catalog, exceptions }: Placement): readonly Problem[] =>
  crossings(catalog).flatMap(({ flow, from, to, at, subjects }) => {
    const ground = exceptions.find(
      (one) => one.flow === flow && one.from === from && one.to === to,
    );
    const reason = `takes data of ${subjects.join(', ')} along ${flow} ${from} -> ${to}`;
    return ground === undefined || flow === 'rest'
      ? []
      : [concern('FAILOVER_RESIDENCY', at, ground.basis, reason, `see ${ground.decision}`)];
  });
