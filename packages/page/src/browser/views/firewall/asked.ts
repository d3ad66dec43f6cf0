import type { Request } from '@bizflow/waf-rules';

/** What a person enters: texts. */
export interface Sender {
  readonly method: string;
  readonly target: string;
  readonly country: string;
  readonly times: string;
  readonly seconds: string;
  readonly headers: string;
  readonly body: string;
}

/** What the form has at first. */
export const firstAsked: Sender = {
  method: 'GET',
  target: '/admin/users?sort=name',
  country: 'KP',
  times: '1',
  seconds: '60',
  headers: 'User-Agent: Mozilla/5.0',
  body: '',
};

/** The address is one of documentation (RFC 5737): rules look at the country. */
const address = 'documentation address';

/** The requests that are meant, spread evenly over their seconds. */
export function seriesOf({ times, seconds, ...asked }: Sender): readonly Request[] {
  const count = within(Number(times), 1, 9999);
  const spread = within(Number(seconds), 0, 99_999);
  const request: Request = {
    method: asked.method,
    target: asked.target === '' ? '/' : asked.target,
    headers: headersIn(asked.headers),
    body: asked.body,
    source: { address, country: asked.country === '' ? null : asked.country },
    managedLabels: [],
    isJudged: false,
    at: 0,
  };
  return Array.from({ length: count }, (_, index) => ({
    ...request,
    at: (index * spread) / count,
  }));
}

const within = (number: number, least: number, most: number): number =>
  Number.isFinite(number) ? Math.min(most, Math.max(least, Math.floor(number))) : least;

/** A line without a colon is left out. */
const headersIn = (text: string): Request['headers'] =>
  Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.indexOf(':');
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    }),
  );
