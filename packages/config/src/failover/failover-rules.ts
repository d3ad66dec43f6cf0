import { type Problem, warnUnless } from '@bizflow/kernel';
import type { Region } from '@bizflow/region-catalog';
import { sameWay } from '@bizflow/region-catalog/moves';
import { crossings } from '@bizflow/region-catalog/rules';
import type { Fleet } from '../fleet/fleet.ts';
import { imageIn } from '../images/images.ts';
import type { Placement } from './failover.ts';

/** What people should know before a standby takes over: size, images, and whose data goes where. */
export const failoverRules = (
  fleet: Fleet,
  after: Placement,
  lost: Region,
  standby: Region,
): readonly Problem[] => [
  ...capacity(lost, standby),
  ...digests(fleet, lost, standby),
  ...residency(after),
];

const capacity = (lost: Region, standby: Region): readonly Problem[] => {
  const [had, has] = [lost.database, standby.database];
  const more = 'raise it on the fact sheet when the standby is to stay';
  return [
    ...warnUnless(has.instance === had.instance, {
      code: 'FAILOVER_CAPACITY',
      at: `${standby.id}.database.instance`,
      value: has.instance,
      reason: `now takes the writes of both regions; ${lost.id} alone used ${had.instance}`,
      remedy: more,
    }),
    ...warnUnless(has.multiAz || !had.multiAz, {
      code: 'FAILOVER_CAPACITY',
      at: `${standby.id}.database.multiAz`,
      value: false,
      reason: 'is single-AZ: the new writer has no standby in another zone',
      remedy: more,
    }),
    ...warnUnless(standby.cluster.nodes.max >= lost.cluster.nodes.max, {
      code: 'FAILOVER_CAPACITY',
      at: `${standby.id}.cluster.nodes.max`,
      value: standby.cluster.nodes.max,
      reason: `is the maximum for the pods of both regions; ${lost.id} has ${lost.cluster.nodes.max}`,
      remedy: more,
    }),
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
        return warnUnless(had?.digest === has?.digest, {
          code: 'FAILOVER_DIGEST',
          at: `images.lock.json/images/${name}/${service.name}`,
          value: has?.digest ?? 'none',
          reason: `runs in ${standby.id}; ${lost.id} ran ${had?.digest ?? 'none'}`,
          remedy: 'finish the running promotion, or roll it back',
        });
      }),
    );

const residency = ({ catalog, exceptions }: Placement): readonly Problem[] =>
  crossings(catalog).flatMap((crossing) => {
    const { flow, from, to, at, subjects } = crossing;
    const exception = exceptions.find((one) => sameWay(one, crossing));
    return warnUnless(exception === undefined || flow === 'rest', {
      code: 'FAILOVER_RESIDENCY',
      at,
      value: exception?.basis,
      reason: `moves data of ${subjects.join(', ')} along ${flow} ${from} -> ${to}`,
      remedy: `see ${exception?.decision}`,
    });
  });
