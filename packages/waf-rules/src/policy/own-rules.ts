import { managedPrefix } from '../managed-groups.ts';
import { inspectedBodyBytes } from '../web-acl.ts';
import { actions, type Draft } from './draft.ts';
import type { PathClass, PolicyInput, Profile } from './edge-policy.ts';
import {
  and,
  bodyAbove,
  fromCountry,
  hasLabel,
  hasNamespace,
  hasPath,
  headerHas,
  isMethod,
  isPath,
  not,
  pathLabel,
  startsWithPath,
  suspicious,
} from './statements.ts';

/** The scope an ACL of this profile has. */
export const scopeOf = (profile: Profile) => (profile === 'cloudfront' ? 'CLOUDFRONT' : 'REGIONAL');

/** Route 53's checkers pass through WAF; they come from anywhere, and no rule may fail them. */
export const health = ({ edge }: PolicyInput): Draft => ({
  name: 'health-check',
  why: 'Route 53 checks this path from AWS addresses abroad; nothing may fail it over by mistake.',
  sees: 'content',
  statement: isPath(edge.paths.health),
  outcome: { Action: actions.allow },
});

const classes: Readonly<Record<PathClass, string>> = {
  admin: 'Labels admin pages at any depth, decoded, normalised and in lower case.',
  login: 'Labels logins at any depth; their limit is their own.',
  webhook: 'Labels webhooks: programs that solve no CAPTCHA and sign what they send.',
  api: 'Labels the API: programs that solve no CAPTCHA.',
  upload: 'Labels uploads, which may be larger than WAF can see.',
};

// A label that only tightens may be on too much; one that lifts a limit may not.
const tightening: readonly PathClass[] = ['admin', 'login'];

/** One rule per path that puts the class's label on a request, once for all rules after it. */
export const pathLabels = ({ edge }: PolicyInput): readonly Draft[] =>
  (Object.keys(classes) as PathClass[]).flatMap((kind) =>
    edge.paths[kind].map((path, index) => ({
      name: index === 0 ? `path-${kind}` : `path-${kind}-${index + 1}`,
      why: classes[kind],
      sees: 'content' as const,
      statement: tightening.includes(kind) ? hasPath(path) : startsWithPath(path),
      outcome: { Action: actions.count, RuleLabels: [{ Name: pathLabel(kind) }] },
    })),
  );

/** The document's "Geo Blocking"; an empty list of high-risk countries makes no rule. */
export const geo = ({ edge, markets }: PolicyInput): readonly Draft[] => [
  ...(edge.highRiskCountries.length === 0
    ? []
    : [
        {
          name: 'geo-high-risk',
          why: 'Blocks high-risk countries (configurable).',
          sees: 'address' as const,
          statement: fromCountry(edge.highRiskCountries),
          outcome: { Action: actions.block },
        },
      ]),
  {
    name: 'geo-admin',
    why: 'Admin only from the countries the catalog serves; an unknown country is unknown.',
    sees: 'address',
    statement: and(hasLabel(pathLabel('admin')), not(fromCountry(markets))),
    outcome: { Action: actions.block },
  },
];

/** Bodies WAF cannot see whole pass only where they are expected. */
export const oversize = ({ profile }: PolicyInput): Draft => ({
  name: 'body-oversize',
  why: 'WAF sees the start of a body only: padding would hide an attack. Uploads and signed webhooks may be large.',
  sees: 'content',
  statement: and(
    bodyAbove(inspectedBodyBytes[scopeOf(profile)]),
    not(hasLabel(pathLabel('upload'))),
    not(hasLabel(pathLabel('webhook'))),
  ),
  outcome: { Action: actions.block },
});

const suspect = (name: string, why: string, namespace: string): Draft => ({
  name,
  why,
  sees: 'address',
  statement: hasNamespace(`${managedPrefix}${namespace}:`),
  outcome: { Action: actions.count, RuleLabels: [{ Name: suspicious }] },
});

/** "CAPTCHA challenge for suspicious traffic": two labels in place of an OR, then the question. */
export const captcha = ({ edge }: PolicyInput): readonly Draft[] => [
  suspect('suspicious-address', 'An anonymising or hosting address.', 'anonymous-ip-list'),
  suspect(
    'suspicious-client',
    "Bot Control's signals, where they only count.",
    'bot-control:signal',
  ),
  {
    name: 'captcha',
    why: 'Only for pages that a browser requests, so that a person can answer. Never for a webhook or the API.',
    sees: 'address',
    statement: and(
      hasLabel(suspicious),
      isMethod('GET'),
      headerHas('accept', 'text/html'),
      not(hasLabel(pathLabel('webhook'))),
      not(hasLabel(pathLabel('api'))),
    ),
    outcome: {
      Action: actions.captcha,
      CaptchaConfig: { ImmunityTimeProperty: { ImmunityTime: edge.captchaImmunitySeconds } },
    },
  },
];
