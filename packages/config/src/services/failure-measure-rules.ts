import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { accepts, type Matcher, matchersOf } from '../metrics/promql/matchers.ts';
import { nodesOf, parsed } from '../metrics/promql/parse.ts';
import { promQlFaults } from '../metrics/promql/promql-faults.ts';
import { type Convention, conventions } from './convention-rules.ts';
import type { Service } from './service.ts';

/** What a canary counts is a metric that the service has, without probes, and failures are told from successes. */
export const failureMeasureRules = ({ services }: Pick<Fleet, 'services'>): readonly Problem[] =>
  services.flatMap((service) => {
    const { attempts, counted, failed } = service.failures;
    const at = `services.${service.name}.failures`;
    const convention = Object.hasOwn(conventions, attempts) ? conventions[attempts] : undefined;
    if (convention === undefined) return [unknownMeasure(`${at}.attempts`, attempts)];
    const malformed = [
      ...selectorRules(`${at}.counted`, counted, convention),
      ...selectorRules(`${at}.failed`, failed, convention),
    ];
    return malformed.length > 0
      ? malformed
      : [...suits(at, service, convention), ...tells(at, service, convention)];
  });

const unknownMeasure = (at: string, attempts: string): Problem =>
  problem({
    code: 'SERVICE_MEASURE',
    at,
    value: attempts,
    reason: 'is not a counter of attempts that a service sends',
    remedy: `name one of ${Object.keys(conventions).join(', ')}`,
  });

// Braces of their own would end the selector that the matchers are put into.
function matchersIn(matchers: string): readonly Matcher[] | undefined {
  const tree = parsed(`up{${matchers}}`);
  if (typeof tree === 'string') return undefined;
  const [selector, ...others] = nodesOf(tree, 'VectorSelector');
  return selector?.text === `up{${matchers}}` && others.length === 0
    ? matchersOf(selector)
    : undefined;
}

function selectorRules(at: string, text: string, { labels }: Convention): readonly Problem[] {
  const matchers = matchersIn(text);
  if (matchers === undefined || matchers.length === 0) {
    const remedy = 'write label="value", or with !=, =~ or !~';
    const reason = 'is not a list of label matchers of PromQL';
    return [problem({ code: 'SERVICE_MEASURE', at, value: text, reason, remedy })];
  }
  return [
    ...matchers
      .filter(({ label }) => !labels.includes(label))
      .map(({ label }) =>
        problem({
          code: 'SERVICE_MEASURE_LABEL',
          at,
          value: label,
          reason: 'is not a label of what the service counts, so nothing would match',
          remedy: `use ${labels.join(', ')}`,
        }),
      ),
    ...promQlFaults(`up{${text}}`).map((reason) =>
      problem({ code: 'SERVICE_MEASURE', at, value: text, reason, remedy: 'correct the matchers' }),
    ),
  ];
}

/** What is behind the load balancer answers requests; what is not would count its probes alone. */
const suits = (at: string, { name, exposure, failures }: Service, { of }: Convention) =>
  unless((exposure !== null) === (of === 'requests'), {
    code: 'SERVICE_MEASURE_FOREIGN',
    at: `${at}.attempts`,
    value: failures.attempts,
    reason: `counts ${of}, and this service ${exposure === null ? 'takes no traffic' : 'answers requests'}`,
    remedy: `name ${Object.keys(conventions).find((one) => conventions[one]?.of !== of)}, or correct exposure of services.${name}`,
  });

function tells(
  at: string,
  { failures, healthPath }: Service,
  { of, outcome: [label, success, failure] }: Convention,
): readonly Problem[] {
  const takes = (text: string, own: Readonly<Record<string, string>>): boolean =>
    (matchersIn(text) ?? []).every((one) => accepts(one, own[one.label] ?? ''));
  return [
    ...unless(of === 'messages' || !takes(failures.counted, { http_route: healthPath }), {
      code: 'SERVICE_MEASURE_PROBES',
      at: `${at}.counted`,
      value: failures.counted,
      reason: 'counts the probes, so a release without traffic would look healthy',
      remedy: 'leave out healthPath, with a matcher of http_route',
    }),
    ...unless(
      takes(failures.failed, { [label]: failure }) && !takes(failures.failed, { [label]: success }),
      {
        code: 'SERVICE_MEASURE_OUTCOME',
        at: `${at}.failed`,
        value: failures.failed,
        reason: `does not tell failures by ${label}: '${failure}' must count and '${success}' must not`,
        remedy: `write a matcher of ${label}`,
      },
    ),
  ];
}
