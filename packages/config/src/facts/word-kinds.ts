import type { FactKind } from './fact-kind.ts';

const oneOf = (of: RegExp, words: readonly string[]): FactKind => ({
  ...{ code: 'FACT_WORD', of, is: 'any', reason: `must be one of ${words.join(', ')}` },
  holds: (value) => typeof value === 'string' && words.includes(value),
});

/** Names whose value is one of a few words, as their types say too: Node does not check types. */
export const wordKinds: readonly FactKind[] = [
  oneOf(/\.severity$|\.alarmDestinations\.\w+\.\w+\.severity$/, ['critical', 'warning', 'notice']),
  oneOf(/alarms\[0\]\.of$/, [
    'service',
    'public service',
    'database',
    'replica',
    'redis',
    'certificate',
    'bucket copy',
    'backup vault',
  ]),
  oneOf(/\.compare$/, ['above', 'below']),
  oneOf(/\.missing$/, ['notBreaching', 'breaching', 'ignore']),
  oneOf(/alarms\[0\]\.unit$/, ['%', 's', 'days', 'process', 'backup']),
  oneOf(/\.podSecurity$/, ['restricted', 'baseline', 'privileged', 'none']),
  oneOf(/\.variables\.\w+\.kind$/, ['plain', 'region', 'secret']),
  oneOf(/\.rates\.\w+\.action$/, ['block', 'captcha', 'count']),
  oneOf(/\.nodePools\[0\]\.capacity$/, ['on-demand', 'spot']),
  oneOf(/\.natGateways$/, ['per-zone', 'single']),
  oneOf(/\.databaseInsights$/, ['advanced', 'standard']),
];
