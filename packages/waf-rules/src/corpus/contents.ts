import { groupFacts, managedLabel as whole } from '../managed-groups.ts';
import { anonymous, blocked, type Case, managedLabel, page, passes, type Topic } from './case.ts';

const large = (target: string, bytes: number) => ({
  method: 'POST',
  target,
  body: 'x'.repeat(bytes),
});

/** Paths on which a body of any size passes, in every spelling of them. */
const open = [
  '/api/uploads/a',
  '/API/Uploads/a',
  '/%61pi/uploads/a',
  '//api//uploads/a',
  '/x/../api/uploads/a',
  '/webhooks/meta',
  '/%77ebhooks/a',
  '/WEBHOOKS/a',
  '/./webhooks/a',
];

/** Paths that look like those, and are none of them. */
const closed = [
  '/',
  '/api/x',
  '/api/uploads',
  '/api/uploadsx/a',
  '/api/upload/a',
  '/api/uploads/../x',
  '/webhooks',
  '/webhooks/../x',
  '/webhook/a',
  '/webhooksish/x',
  '/x/webhooks/a',
  '/x/api/uploads/a',
  '/health/x',
];

/** Bodies at the border of what WAF sees: 8 KB behind a load balancer, 16 KB at CloudFront. */
export const bodies: Topic = ({ profile }) => {
  const limit = profile === 'cloudfront' ? 16_384 : 8192;
  const wide = 'é'.repeat(limit / 2);
  return [
    ...closed.flatMap((target) => [
      passes(`${limit} bytes to ${target}`, large(target, limit)),
      blocked(`${limit + 1} bytes to ${target}`, 'body-oversize', large(target, limit + 1)),
    ]),
    ...open.flatMap((target) => [
      passes(`${limit + 1} bytes to ${target}`, large(target, limit + 1)),
      passes(`a megabyte to ${target}`, large(target, 2 ** 20)),
    ]),
    passes('as many bytes in half the letters', { method: 'POST', body: wide }),
    blocked('one byte more in half the letters', 'body-oversize', {
      method: 'POST',
      body: `${wide}x`,
    }),
    ...['PUT', 'PATCH', 'GET', 'OPTIONS'].map((method) =>
      blocked(`a large ${method}`, 'body-oversize', { ...large('/', limit + 1), method }),
    ),
    blocked('a large body that says it is small', 'body-oversize', {
      ...large('/', limit + 1),
      headers: { 'Content-Length': '1' },
    }),
    passes('1 byte less', large('/', limit - 1)),
    passes('no body', {}),
  ];
};

const addressed = ['amazon-ip-list', 'anonymous-ip-list', 'bot-control'];

/** Every rule of every managed group, by the label it would add. */
export const managed: Topic = ({ profile, edge }) =>
  edge.managedGroups.flatMap(({ name, count }): readonly Case[] => {
    const facts = groupFacts(name);
    if (facts === undefined) return [];
    const { namespace } = facts;
    return Object.entries(facts.rules).flatMap(([rule, label]) => {
      const managedLabels = [whole(facts, label)];
      const isOpen =
        count.includes(rule) || (profile === 'origin' && addressed.includes(namespace));
      const judged = (says: string, target: string) =>
        isOpen
          ? passes(`${rule} ${says}, which only counts`, { managedLabels, target })
          : blocked(`${rule} ${says}`, `managed-${namespace}`, { managedLabels, target });
      const isBot = namespace === 'bot-control';
      return [
        judged('at the API', '/api/x'),
        judged('beside the webhooks', '/webhooks/../x'),
        isBot
          ? passes(`${rule} at a webhook`, { managedLabels, target: '/webhooks/x' })
          : judged('at a webhook', '/webhooks/x'),
      ];
    });
  });

const one = {
  'amazon-ip-list': 'AWSManagedIPReputationList',
  'known-bad-inputs': 'Log4JRCE_Header',
  'core-rule-set': 'CrossSiteScripting_Body',
  'sql-database': 'SQLi_Body',
  'bot-control': 'bot:category:scraping_framework',
};

/** A request that several groups would block is the first one's. */
export const order: Topic = ({ profile }) => {
  const groups = Object.entries(one).filter(
    ([name]) => profile !== 'origin' || !addressed.includes(name),
  );
  const labels = groups.map(([name, label]) => managedLabel(`${name}:${label}`));
  return groups.flatMap(([name], index) => [
    blocked(`what ${name} and later groups know`, `managed-${name}`, {
      managedLabels: labels.slice(index),
    }),
    blocked(`what ${name} and an anonymous address make`, `managed-${name}`, {
      managedLabels: [...labels.slice(index), anonymous],
      headers: page,
    }),
    blocked(`what is large before ${name} looks`, 'body-oversize', {
      managedLabels: labels.slice(index),
      body: 'x'.repeat(20_000),
    }),
  ]);
};
