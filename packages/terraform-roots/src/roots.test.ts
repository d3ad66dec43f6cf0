import { clusters } from '@bizflow/config';
import { standbyOf, takenOver } from '@bizflow/config/failover';
import { committed, usual } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { roots, type WebAcls } from './roots.ts';

// No file of a root is made here, so that no web ACL is asked for.
const acls = {} as WebAcls;
const production = clusters(committed).filter(({ environment }) => environment.sites === 'catalog');
const spokes = production.filter(
  ({ region }) => region.id !== committed.foundations.production.hub,
);
const stagesAbout = (fleet: typeof committed, id: string) =>
  roots(fleet, acls)
    .filter(({ folder }) => folder.endsWith(`/${id}`))
    .map(({ stage }) => stage);

it('leaves to a person what remains of a region: GitHub would make again what was destroyed', () => {
  for (const { region } of spokes) {
    const remains = { ...region, life: { ...region.life, extent: 'remains' as const } };
    const fleet = { ...committed, catalog: { ...committed.catalog, [region.id]: remains } };
    expect(stagesAbout(committed, region.id)).toEqual(['regions', 'links', 'registries']);
    expect(new Set(stagesAbout(fleet, region.id))).toEqual(new Set(['leaving']));
    expect(roots(fleet, acls).filter(({ stage }) => stage === 'leaving')).toHaveLength(3);
  }
});

it('lets what has an end in a lost region wait, so that GitHub reaches the standby that has taken over', () => {
  const lost = Object.values(usual.catalog).flatMap(({ id }) =>
    standbyOf(usual.catalog, id) === undefined ? [] : [id],
  );
  expect(lost.length).toBeGreaterThan(0);
  for (const id of lost) {
    const fleet = { ...usual, ...takenOver(usual, id), failedOver: [id] };
    const standby = standbyOf(usual.catalog, id)?.id ?? '';
    expect(new Set(stagesAbout(fleet, id))).toEqual(new Set(['waiting']));
    expect(stagesAbout(fleet, standby)).toEqual(['regions', 'waiting', 'registries']);
    expect(roots(fleet, acls).filter(({ stage }) => stage === 'hubs')).toEqual([]);
  }
  expect(roots(usual, acls).filter(({ stage }) => stage === 'waiting')).toEqual([]);
});
