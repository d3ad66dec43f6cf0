import { foundationOrder, type Step, serviceLinkedRoles } from '@bizflow/config/order';
import { describe, expect, it } from 'vitest';
import { own } from '../../testing/repository.ts';
import { order } from './order.ts';
import { orderRules } from './order-rules.ts';

const steps = foundationOrder(own.fleet);
const told = (other: readonly Step[], plans = own.plans) =>
  orderRules(other, plans, own.fleet).map(({ at, reason }) => `${at} ${reason}`);

const without = (change: (step: Step, index: number) => boolean) =>
  steps.filter((step, index) => !change(step, index));
const first = (...chapters: readonly Step['chapter'][]) => [
  ...steps.filter(({ chapter }) => chapters.includes(chapter)),
  ...steps.filter(({ chapter }) => !chapters.includes(chapter)),
];
const isTargeted = ({ targets }: Step): boolean => targets.length > 0;

describe('the order from empty accounts', () => {
  it('makes everything before it is looked for', () => {
    expect(order(own)).toMatchObject({ proof: 'order', holds: true });
  });

  it.each([
    ['delivery before staging', first('delivery'), /delivery\/\S+ needs subnet \S+ of \d+ in \d+/],
    ['regions before names', first('keys', 'data'), /needs zone \S+ in \d+/],
    ['data before keys', first('data'), /needs the real value of assigned\.keys/],
    ['links before regions', first('links'), /needs transit gateway \S+/],
    [
      'replication before its target',
      without(({ chapter, targets }) => chapter === 'data' && targets.length > 0),
      /needs bucket arn:aws:s3:::/,
    ],
    [
      'replicas of keys before their keys',
      without(({ chapter, copies }) => chapter === 'keys' && copies.length > 0),
      /needs the real value of assigned\.keys/,
    ],
    [
      'a follower before its writer',
      steps.toReversed().filter(({ chapter }) => chapter === 'data'),
      /needs database arn:aws:rds:/,
    ],
    [
      'webhooks before the connection is finished',
      without(({ chapter, targets }) => chapter === 'delivery' && targets.length > 0),
      /needs accepted connection to GitHub/,
    ],
    [
      'replication of images before the registries',
      without(({ title }) => title.includes('of every other region')),
      /needs repository \S+ in/,
    ],
    [
      'certificates before the zone is delegated',
      steps.map((step) => ({ ...step, makes: [] })),
      /needs delegation of/,
    ],
    [
      'no second apply after a render with the ids of a region',
      without(({ chapter }) => chapter === 'sync'),
      /needs the real value of assigned\.clusters/,
    ],
    ['a root that is applied in parts only', steps.filter(isTargeted), /no step applies this root/],
  ])('refuses %s', (_, wrong, reason) => {
    expect(told(wrong)).toContainEqual(expect.stringMatching(reason));
  });

  it('refuses a step of a root that nothing renders', () => {
    const rest = own.plans.filter(({ root }) => !root.includes('/links/'));
    expect(told(steps, rest)).toContainEqual(
      expect.stringMatching(/links\/\S+ a step applies this root, and nothing renders it/),
    );
  });

  it('refuses a look-up that it cannot judge, and a principal that does not exist yet', () => {
    const [plan] = own.plans;
    const [like] = plan?.resources ?? [];
    if (plan === undefined || like === undefined) throw new Error('there is no plan');
    const arn = `arn:aws:iam::${like.place.account}:role/later`;
    const policy = JSON.stringify({ Statement: [{ Principal: { AWS: arn } }] });
    const planted = [
      { ...like, mode: 'data', type: 'aws_ami', values: {} } as const,
      { ...like, mode: 'managed', type: 'aws_kms_key', values: { policy } } as const,
    ];
    const found = told(steps, [
      ...own.plans.filter((one) => one !== plan),
      { ...plan, resources: [...plan.resources, ...planted] },
    ]);
    expect(found).toContainEqual(expect.stringContaining('needs a maker of aws_ami'));
    expect(found).toContainEqual(expect.stringContaining(`needs role ${arn}`));
  });

  it('knows a service-linked role only for what the fleet has', () => {
    const types = new Set(own.plans.flatMap(({ resources }) => resources.map(({ type }) => type)));
    const kinds = new Set(
      Object.values(own.manifests).flatMap((text) => /^kind: (\S+)$/m.exec(text)?.[1] ?? []),
    );
    for (const { neededBy } of serviceLinkedRoles) {
      expect(neededBy.some((one) => types.has(one) || kinds.has(one))).toBe(true);
    }
  });
});
