import { type Problem, unless } from '@bizflow/kernel';
import { parser } from '@prometheus-io/lezer-promql';
import type { Fleet } from '../fleet/fleet.ts';

/** What a canary counts is PromQL: a metric, and matchers of its labels; what failed is part of it. */
export const failureMeasureRules = ({ services }: Pick<Fleet, 'services'>): readonly Problem[] =>
  services.flatMap(({ name, failures: { attempts, counted, failed } }) => {
    const at = `services.${name}.failures`;
    return [
      ...unless(attempts.endsWith('_count') && isPromQl(attempts), {
        code: 'SERVICE_MEASURE',
        at: `${at}.attempts`,
        value: attempts,
        reason: 'is not the name of a counter that ends in _count',
        remedy: 'name the counter of a histogram that the service sends',
      }),
      ...Object.entries({ counted, failed }).flatMap(([part, matchers]) =>
        unless(isMatcher(matchers), {
          code: 'SERVICE_MEASURE',
          at: `${at}.${part}`,
          value: matchers,
          reason: 'is not a list of label matchers of PromQL',
          remedy: 'write label="value", or with !=, =~ or !~',
        }),
      ),
    ];
  });

// Braces of their own would end the selector that the matchers are put into.
const isMatcher = (matchers: string): boolean =>
  /^\w/.test(matchers) && isPromQl(`up{${matchers}}`) && selectors(`up{${matchers}}`) === 1;

const isPromQl = (expression: string): boolean => !typesIn(expression).includes('error');

const selectors = (expression: string): number =>
  typesIn(expression).filter((type) => type === 'VectorSelector').length;

function typesIn(expression: string): readonly string[] {
  const types: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type }) => {
      types.push(type.isError ? 'error' : type.name);
    },
  });
  return types;
}
