import { delivery, registryRegions, signingAlias } from '../delivery/index.ts';
import type { Environment } from '../environments/environments.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { accessRoot, deliveryRoot, globalRoot } from './root-paths.ts';
import { type Step, step } from './step.ts';
import { titled } from './titles.ts';

const isBelow = (zone: string, above: string): boolean => zone.endsWith(`.${above}`);

/** What GitHub may do in each account, and the boundary of every other role there (decision 0063). */
export const accessSteps = ({ environments }: Fleet): readonly Step[] => {
  const roots = [...environments.map(({ name }) => accessRoot(name)), accessRoot('delivery')];
  return [
    step({
      chapter: 'access',
      ...titled(roots),
      because: 'every role has the boundary that they make',
    }),
  ];
};

/** The zones, from the one that the registrar knows downwards; then again what delegates. */
export const nameSteps = ({ environments }: Fleet): readonly Step[] => {
  const above = ({ zone }: Environment) => environments.find((one) => isBelow(zone, one.zone));
  const tops = environments.filter((one) => above(one) === undefined);
  return tops.flatMap((top) => {
    const below = environments.filter((one) => above(one) === top);
    return [
      step({
        chapter: 'names',
        ...titled([globalRoot(top)]),
        byHand: 'give `name_servers` to the registrar, then `ds_record`',
        makes: [`delegation of ${top.zone}`],
        because: 'every region looks up the zone and the two secrets of CloudFront',
      }),
      ...below.map((one) =>
        step({
          chapter: 'names',
          ...titled([globalRoot(one)]),
          copies: [
            { root: globalRoot(one), output: 'name_servers', to: ['delegations', one.zone] },
          ],
          because: `its zone lies below ${top.zone}`,
        }),
      ),
      ...below.map((one) =>
        step({
          chapter: 'names',
          title: `\`${globalRoot(top)}\` again`,
          roots: [globalRoot(top)],
          makes: [`delegation of ${one.zone}`],
          because: `it delegates ${one.zone}: a certificate is issued when the world finds its zone`,
        }),
      ),
    ];
  });
};

const connection = 'module.delivery.aws_codeconnections_connection.github';

/** Registries first, then the connection that a person accepts, then what needs it accepted. */
export const deliverySteps = (fleet: Fleet): readonly Step[] => {
  const home = titled([deliveryRoot(delivery.region)]);
  return [
    step({
      chapter: 'delivery',
      title: `\`${deliveryRoot('<region>')}\` of every other region`,
      roots: registryRegions(fleet)
        .filter((region) => region !== delivery.region)
        .map(deliveryRoot),
      because: 'ECR would make a missing repository itself, without our settings (0022)',
    }),
    step({
      chapter: 'delivery',
      ...home,
      targets: [connection],
      byHand: 'an owner of the GitHub organization finishes the connection in the console',
      makes: ['accepted connection to GitHub'],
      because: 'AWS makes a connection pending, and nothing but the console finishes it',
    }),
    step({
      chapter: 'delivery',
      ...home,
      byHand: `\`aws kms get-public-key --key-id ${signingAlias('images')} --output text --query PublicKey\`, and the same of \`${signingAlias('renders')}\`, to \`signing\``,
      because:
        'a webhook needs the finished connection, and builds need the subnets that staging shares',
    }),
  ];
};
