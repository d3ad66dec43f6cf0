import { type Problem, problem } from '@bizflow/kernel';
import { callsIn, idsIn } from '../metrics/metric-math/expression.ts';
import { functions } from '../metrics/metric-math/functions.ts';
import { parse } from '../metrics/metric-math/parse.ts';
import type { AlarmPolicy } from './alarm.ts';

/** Longest expression of a metric alarm (CloudWatch API, `MetricDataQuery.Expression`). */
const longestExpression = 1024;

/** The expression is metric math that reads what the alarm reads. */
export const expressionRules = (
  at: string,
  { expression: text, reads: own }: AlarmPolicy,
): readonly Problem[] => {
  const wrong = (value: string, reason: string): Problem =>
    problem({
      code: 'ALARM_EXPRESSION',
      at: `${at}.expression`,
      value,
      reason,
      remedy: `write metric math over ${Object.keys(own).join(', ')}`,
    });
  if (text.length > longestExpression) {
    return [wrong(text, `is longer than ${longestExpression} characters`)];
  }
  const parsed = parse(text);
  if (parsed.kind === 'error') return [wrong(text, parsed.reason)];
  const unknown = [
    ...idsIn(parsed).filter((id) => !Object.hasOwn(own, id)),
    ...callsIn(parsed).filter((name) => !functions.some((known) => known === name)),
  ];
  return unknown.map((name) => wrong(name, 'is neither a metric it reads nor a known function'));
};
