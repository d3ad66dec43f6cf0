import { nodesOf, type PromQlNode } from './parse.ts';

/** A label matcher: `status=~"5.."`. */
export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** The matchers of a selector. */
export const matchersOf = (selector: PromQlNode): readonly Matcher[] =>
  nodesOf(selector, 'UnquotedLabelMatcher').map(({ parts }) => {
    const [label, operator, value] = parts.map(({ text }) => text);
    return { label: label ?? '', operator: operator ?? '', value: unquoted(value ?? '') };
  });

const unquoted = (text: string): string =>
  text.startsWith('`') ? text.slice(1, -1) : text.slice(1, -1).replaceAll(/\\(.)/g, '$1');

/** Whether a matcher accepts a value; a label that is missing has the empty one. Anchored at both ends. */
export function accepts({ operator, value }: Matcher, own: string): boolean {
  const equal = operator.endsWith('~')
    ? new RegExp(`^(?:${value})$`, 's').test(own)
    : own === value;
  return operator.startsWith('!') ? !equal : equal;
}

/** What is wrong with the matchers of one selector: a pattern that is none, or two that no value fits. */
export function matcherFaults(matchers: readonly Matcher[]): readonly string[] {
  const broken = matchers.filter((one) => !isPattern(one));
  if (broken.length > 0) {
    return broken.map(
      ({ label, value }) => `has a pattern for ${label} that RE2 refuses: ${value}`,
    );
  }
  return [...Map.groupBy(matchers, ({ label }) => label)]
    .filter(([, own]) => own.some(isListed) && !fits(own))
    .map(([label]) => `never matches: no value of ${label} fits all that is asked of it`);
}

// A pattern without signs is a list of values.
const isListed = ({ operator, value }: Matcher): boolean =>
  operator === '=' || (operator === '=~' && /^[\w /:|-]*$/.test(value));

/** Whether one of the values that a matcher lists is accepted by all of them. */
const fits = (matchers: readonly Matcher[]): boolean =>
  matchers
    .filter(isListed)
    .flatMap(({ operator, value }) => (operator === '=' ? [value] : value.split('|')))
    .some((value) => matchers.every((one) => accepts(one, value)));

// Prometheus' RE2 has neither look-around nor back references.
function isPattern({ operator, value }: Matcher): boolean {
  if (!operator.endsWith('~')) return true;
  try {
    return !/\(\?(<?[=!])|\\[1-9]/.test(value) && new RegExp(value) !== null;
  } catch {
    return false;
  }
}
