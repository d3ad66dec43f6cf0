import { isObject, unless } from '@bizflow/kernel';
import { ofEach } from './leaves.ts';

/** What has a first and a last day ends after it begins: an act that does not would be a legal basis all the same. */
export const spanRules = (facts: unknown) =>
  ofEach(facts, (value, at) => {
    const { since, until }: Readonly<Record<string, unknown>> = isObject(value) ? value : {};
    if (typeof since !== 'string' || typeof until !== 'string') return [];
    // Days of ISO 8601 are in order as texts.
    return unless(since < until, {
      code: 'FACT_ORDER',
      at: `${at}.until`,
      value: until,
      reason: `must be after ${since}, the first day`,
      remedy: 'correct one of the two days, or write null where there is no last day',
    });
  });
