import type { ControllerRequest } from '@bizflow/config/platform';
import { isObject } from '@bizflow/kernel';

type Values = Readonly<Record<string, unknown>>;

/** The values of a chart with the requests of its containers. */
export const withRequests = (values: Values, requests: readonly ControllerRequest[]): Values =>
  requests.reduce(
    (sum, { at, cpu, memory }) => placed(sum, at, { requests: { cpu, memory } }),
    values,
  );

const placed = (values: Values, [key = '', ...rest]: readonly string[], body: Values): Values => {
  const own = values[key];
  const inner = isObject(own) ? own : {};
  return {
    ...values,
    [key]: rest.length === 0 ? { ...inner, ...body } : placed(inner, rest, body),
  };
};
