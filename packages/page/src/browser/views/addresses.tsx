import { parseCidr } from '@bizflow/region-catalog/cidr';
import { scaleLinear } from 'd3-scale';
import type { ComparedData } from '../../data/fleet-data.ts';
import type { PlacedNetwork } from '../../data/networks.ts';
import type { PageData } from '../../data/page-data.ts';
import { Sides } from '../parts/sides.tsx';
import { Code, Text } from '../parts/text.tsx';

const tiers = ['public', 'private', 'database'] as const;

/** Every VPC with its subnets, in the order of addresses. */
export const Addresses = ({ data }: { readonly data: PageData }) => (
  <>
    <p class="lead">
      One VPC a cluster, three tiers of subnets, one subnet a zone. Blocks are drawn to scale from
      the first subnet to the last; what differs from before has a line around it.
    </p>
    <ul class="legend">
      {tiers.map((tier) => (
        <li key={tier}>
          <span class={`swatch ${tier}`} aria-hidden="true" /> {tier}
        </li>
      ))}
    </ul>
    <Sides data={data}>
      {({ fleet, label }) => (
        <Plan
          networks={fleet.networks}
          known={label === 'after' ? blocksOf(data.plan?.before) : null}
        />
      )}
    </Sides>
  </>
);

const blocksOf = (fleet: ComparedData | undefined): ReadonlySet<string> =>
  new Set(
    fleet?.networks.flatMap((one) => [
      `${one.place} ${one.vpc}`,
      ...tiers.flatMap((tier) => one[tier].map((cidr) => `${one.place} ${cidr}`)),
    ]),
  );

interface PlanProps {
  readonly networks: readonly PlacedNetwork[];
  /** The blocks of the other side; null where there is none. */
  readonly known: ReadonlySet<string> | null;
}

const Plan = ({ networks, known }: PlanProps) => (
  <div class="networks">
    {networks
      .toSorted((one, other) => first(one.vpc) - first(other.vpc))
      .map((network) => (
        <article key={network.place} class="card">
          <h2>
            <Text>{network.place}</Text> <Code>{network.vpc}</Code>
          </h2>
          <Blocks network={network} known={known} />
          <dl>
            {tiers.map((tier) => (
              <div key={tier}>
                <dt>{tier}</dt>
                <dd>
                  <Text>{network[tier].join('  ')}</Text>
                </dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
  </div>
);

const first = (cidr: string): number => parseCidr(cidr)?.first ?? 0;
const last = (cidr: string): number => (parseCidr(cidr)?.last ?? 0) + 1;

const width = 600;

const Blocks = ({ network, known }: { network: PlacedNetwork } & Pick<PlanProps, 'known'>) => {
  const all = tiers.flatMap((tier) => network[tier].map((cidr) => ({ tier, cidr })));
  const cidrs = all.map(({ cidr }) => cidr);
  const x = scaleLinear([Math.min(...cidrs.map(first)), Math.max(...cidrs.map(last))], [0, width]);
  return (
    <svg
      class="blocks"
      viewBox={`-1 -1 ${width + 2} 30`}
      role="img"
      aria-label={`${all.length} subnets of ${network.vpc}, listed below`}
    >
      <rect class="vpc" width={width} height="28" rx="3" />
      {all.map(({ tier, cidr }) => (
        <rect
          key={cidr}
          class={`${tier}${isNew(known, network.place, cidr) ? ' marked' : ''}`}
          x={x(first(cidr)) + 0.5}
          width={Math.max(2, x(last(cidr)) - x(first(cidr)) - 1)}
          y="3"
          height="22"
          rx="2"
        >
          <title>{`${tier} ${cidr}`}</title>
        </rect>
      ))}
    </svg>
  );
};

const isNew = (known: ReadonlySet<string> | null, place: string, cidr: string): boolean =>
  known !== null && !known.has(`${place} ${cidr}`);
