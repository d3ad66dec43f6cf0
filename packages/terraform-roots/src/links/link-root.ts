import type { Fleet } from '@bizflow/config';
import { environmentFolder } from '../folders.ts';
import { callPart, filesOf, type RootFile } from '../root-file.ts';
import { awsProvider, placeTags, terraformSettings } from '../settings.ts';
import { type Link, reachableBlocks } from './links.ts';

/** The folder of a link's root, named after its spoke. */
export const linkFolder = ({ spoke }: Pick<Link, 'spoke'>): string =>
  `${environmentFolder(spoke.environment)}/links/${spoke.region.id}`;

/**
 * The one root that acts in two regions. It owns what is between them and nothing else, with its
 * state at the spoke, so that a region that is down holds up its own link and no other plan.
 */
export const linkRoot = ({ hub, spoke }: Link, fleet: Fleet): readonly RootFile[] => {
  const folder = linkFolder({ spoke });
  const { account, environment, region } = spoke;
  const provider = (alias: string, at: string) => ({
    alias,
    ...awsProvider({ account, region: at }, placeTags(spoke)),
  });
  return filesOf(folder, [
    terraformSettings({
      account,
      region: region.id,
      key: `${environment.name}/links/${region.id}`,
    }),
    {
      name: 'provider',
      body: { provider: { aws: [provider('hub', hub.region.id), provider('spoke', region.id)] } },
    },
    callPart(folder, {
      module: 'network-link',
      inputs: {
        providers: { 'aws.hub': 'aws.hub', 'aws.spoke': 'aws.spoke' },
        hub_name: hub.name,
        spoke_name: spoke.name,
        hub_cidrs: reachableBlocks(hub, spoke, fleet),
        spoke_cidrs: reachableBlocks(spoke, hub, fleet),
      },
      beside: {},
    }),
  ]);
};
