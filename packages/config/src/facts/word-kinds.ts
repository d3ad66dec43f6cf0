import type { AlarmPolicy, AlarmSubject } from '../alarms/alarm.ts';
import type { NodePoolPolicy } from '../compute/node-pools.ts';
import { costRows } from '../cost/prices.ts';
import type { Foundation } from '../foundation/foundation.ts';
import { severities } from '../images/scan-policy.ts';
import type { MetricFact } from '../metrics/metrics.ts';
import type { Controller } from '../platform/controller.ts';
import type { Variable } from '../services/variables.ts';
import type { FactKind } from './fact-kind.ts';

const oneOf = (of: RegExp, words: readonly string[]): FactKind => ({
  ...{ code: 'FACT_WORD', of, is: 'any', reason: `must be one of ${words.join(', ')}` },
  holds: (value) => typeof value === 'string' && words.includes(value),
});

/** Every word of a type: the compiler refuses the list when one is missing. */
const every = <Word extends string>(words: Readonly<Record<Word, true>>): readonly string[] =>
  Object.keys(words);

const subjects = every<AlarmSubject>({
  ...{ service: true, 'public service': true, database: true, replica: true, redis: true },
  ...{ certificate: true, 'bucket copy': true, 'primary database': true },
  ...{ 'regional database': true, backup: true, 'backup copy': true },
});
const emitters = every<MetricFact['emitter']>({
  ...{ application: true, 'load balancer': true, EKS: true, RDS: true, ElastiCache: true },
  ...{ ACM: true, S3: true, EventBridge: true, 'SSM Automation': true },
});
const severity = every<AlarmPolicy['severity']>({ critical: true, warning: true, notice: true });
const missing = every<AlarmPolicy['missing']>({
  notBreaching: true,
  breaching: true,
  ignore: true,
});
const ofAlarms = every<AlarmPolicy['unit']>({
  ...{ '%': true, s: true, days: true, process: true, backup: true },
});
const ofMetrics = every<MetricFact['unit']>({
  ...{ None: true, Count: true, Seconds: true, Percent: true, Bytes: true },
});
const podSecurity = every<Controller['podSecurity']>({
  ...{ restricted: true, baseline: true, privileged: true, none: true },
});
const natGateways = every<Foundation['natGateways']>({ 'per-zone': true, single: true });
const insights = every<Foundation['databaseInsights']>({ advanced: true, standard: true });
const capacity = every<NodePoolPolicy['capacity']>({ 'on-demand': true });

/** Names whose value is one of a few words, as their types say too: Node does not check types. */
export const wordKinds: readonly FactKind[] = [
  oneOf(/\.severity$/, severity),
  oneOf(/alarms\[0\]\.of$/, subjects),
  oneOf(/\.compare$/, every<AlarmPolicy['compare']>({ above: true, below: true })),
  oneOf(/\.missing$/, missing),
  oneOf(/alarms\[0\]\.unit$/, ofAlarms),
  oneOf(/\.metrics\.\w+\.unit$/, ofMetrics),
  oneOf(/\.metrics\.\w+\.emitter$/, emitters),
  oneOf(/\.row$/, costRows),
  oneOf(/\.(tolerates|unrated)$/, severities),
  oneOf(/\.withoutScan$/, ['refuse', 'accept']),
  oneOf(/\.podSecurity$/, podSecurity),
  oneOf(
    /\.variables\.\w+\.kind$/,
    every<Variable['kind']>({ plain: true, region: true, secret: true }),
  ),
  oneOf(/\.rates\.\w+\.action$/, ['block', 'captcha', 'count']),
  oneOf(/\.nodePools\[0\]\.capacity$/, capacity),
  oneOf(/\.natGateways$/, natGateways),
  oneOf(/\.databaseInsights$/, insights),
];
