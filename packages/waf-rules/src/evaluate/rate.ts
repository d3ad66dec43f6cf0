import type { RateBased } from '../statement.ts';
import { sameAddress } from './address.ts';
import type { Passage } from './inspected.ts';
import { isInScope } from './match.ts';

/** Seconds at which requests reached a limit, by its rule and the address. */
export type History = Map<string, number[]>;

/** Counts the request, if the limit looks at it, and says whether its window is over the limit. */
export function isOver(name: string, rate: RateBased, passage: Passage, history: History): boolean {
  const { EvaluationWindowSec: window, Limit } = rate;
  if (!isInScope(rate, passage)) return false;
  const { source, at } = passage.request;
  const key = `${name} ${rate.AggregateKeyType === 'IP' ? sameAddress(source.address) : ''}`;
  const times = history.get(key) ?? [];
  const inside = times.findIndex((time) => time > at - window);
  times.splice(0, inside < 0 ? times.length : inside);
  times.push(at);
  history.set(key, times);
  return times.length > Limit;
}
