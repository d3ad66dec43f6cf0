import { clusters } from '@bizflow/config';
import { committed } from '@bizflow/config/testing';
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
