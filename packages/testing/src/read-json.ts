/**
 * JSON as it is written. JSON.parse of Node 24 and 26 gives escaped keys other names after some inputs
 * (nodejs/node#63785): a law whose keys may be any text fails by chance with it. Texts that are values it reads right.
 */
export function readJson(text: string): unknown {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? [];
  let at = 0;
  const next = (): string => tokens[at++] ?? '';
  const comes = (token: string): boolean => tokens[at] === token;
  const all = <T>(end: string, one: () => T): T[] => {
    const found: T[] = [];
    while (!comes(end)) {
      found.push(one());
      if (comes(',')) next();
      else if (!comes(end)) throw new SyntaxError(`not JSON before token ${at}: ${tokens[at]}`);
    }
    next();
    return found;
  };
  const value = (): unknown => {
    const token = next();
    if (token === '[') return all(']', value);
    if (token === '{') return Object.fromEntries(all('}', member));
    return JSON.parse(token);
  };
  const member = (): [string, unknown] => {
    const key: unknown = JSON.parse(next());
    if (typeof key !== 'string' || next() !== ':') throw new SyntaxError(`no key: ${key}`);
    return [key, value()];
  };
  const read = value();
  if (at !== tokens.length) throw new SyntaxError(`more than a value: ${tokens[at]}`);
  return read;
}
