import type { Fleet } from '@bizflow/config';
import { linkRoot as rootPath } from '@bizflow/config/order';
import { folderOf } from '../folders.ts';
import { type Blocks, callPart, filesOf, type RootFile } from '../root-file.ts';
import { awsProvider, regionTags, terraformSettings } from '../settings.ts';
import { carries, type Link, peeringRoutes, reachableBlocks } from './links.ts';

/** The folder of a link's root, named after its spoke. */
export const linkFolder = ({ spoke }: Pick<Link, 'spoke'>): string =>
  folderOf(rootPath(spoke.environment, spoke.region.id));

/**
 * The one root that acts in two regions. It owns what is between them and nothing else, with its
 * state at the spoke, so that a region that is down holds up its own link and no other plan.
 */
export const linkRoot = ({ hub, spoke }: Link, fleet: Fleet): readonly RootFile[] => {
  const folder = linkFolder({ spoke });
  const { account, environment, region } = spoke;
  const provider = (alias: string, at: string) => ({
    alias,
    ...awsProvider({ account, region: at }, regionTags(environment.name, region)),
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
        ...ways({ hub, spoke }, fleet),
      },
    }),
  ]);
};

// What crosses a link goes by the gateways or, where the VPCs are peered for it, past them.
const ways = (link: Link, fleet: Fleet): Blocks => {
  const { hub, spoke } = link;
  return fleet.foundations[spoke.environment.name].vpcPeering && carries(link, fleet)
    ? {
        hub_cidrs: [],
        spoke_cidrs: [],
        vpc_peering: {
          hub_routes: peeringRoutes(hub, spoke, fleet),
          spoke_routes: peeringRoutes(spoke, hub, fleet),
        },
      }
    : {
        hub_cidrs: reachableBlocks(hub, spoke, fleet),
        spoke_cidrs: reachableBlocks(spoke, hub, fleet),
      };
};
