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
  const place = `${at}.expression`;
  const remedy = `write metric math over ${Object.keys(own).join(', ')}`;
  if (text.length > longestExpression) {
    return [
      problem({
        code: 'ALARM_EXPRESSION',
        at: place,
        value: text,
        reason: 'is longer than 1024 characters',
        remedy,
      }),
    ];
  }
  const parsed = parse(text);
  if (parsed.kind === 'error') {
    return [
      problem({
        code: 'ALARM_EXPRESSION',
        at: place,
        value: text,
        reason: parsed.reason,
        remedy,
      }),
    ];
  }
  const unknown = [
    ...idsIn(parsed).filter((id) => !Object.hasOwn(own, id)),
    ...callsIn(parsed).filter((name) => !functions.some((known) => known === name)),
  ];
  return unknown.map((name) =>
    problem({
      code: 'ALARM_EXPRESSION',
      at: place,
      value: name,
      reason: 'is neither a metric it reads nor a known function',
      remedy,
    }),
  );
};
