import { isIP } from 'node:net';
import { type Problem, problem } from '@bizflow/kernel';
import type { Request } from '@bizflow/waf-rules';

/** A request of a file, and how often it is sent. */
export interface Sent {
  readonly request: Request;
  readonly times: number;
  /** The seconds over which they are spread. */
  readonly seconds: number;
}

/** The requests of a file, or everything that is wrong with it. */
export interface HttpFile {
  readonly requests: readonly Sent[];
  readonly problems: readonly Problem[];
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/**
 * Reads the `.http` format of editors (VS Code REST Client, JetBrains): requests apart by `###`, each
 * a request line, headers, an empty line and a body. What a request line cannot say of its sender
 * is in comments before it: `# @country KP`, and `@address`, `@label`, `@times`, `@seconds`. A label is
 * what a managed group of AWS finds; the label `none` says that they find nothing more.
 */
export function httpFile(path: string, text: string): HttpFile {
  const lines = text.split(/\r?\n/).map((line, index) => ({ text: line, number: index + 1 }));
  const blocks = lines.reduce<Line[][]>(
    (all, line) => {
      if (line.text.startsWith('###')) all.push([]);
      else all.at(-1)?.push(line);
      return all;
    },
    [[]],
  );
  const read = blocks
    .filter((block) => block.some(({ text: line }) => line.trim() !== '' && !isComment(line)))
    .map((block) => readBlock(path, block));
  const none = read.length === 0 ? [wrong(path, 1, 'no request', 'contains no request')] : [];
  return {
    requests: read.map(({ sent }) => sent),
    problems: [...none, ...read.flatMap(({ problems }) => problems)],
  };
}

const isComment = (line: string): boolean => /^\s*(?:#|\/\/)/.test(line);

const wrong = (path: string, line: number, value: string, reason: string): Problem =>
  problem({
    code: 'REQUEST_INVALID',
    at: `${path}:${line}`,
    value,
    reason,
    remedy: 'write METHOD /path, headers as Name: value, an empty line and the body',
  });

const directive = /^\s*(?:#|\/\/)\s*@(\w+)\s*(.*?)\s*$/;
// RFC 9112, "Request Target"; a target without a method is a GET.
const target = '(?:/\\S*|https?://\\S+|\\*)';
const firstLine = new RegExp(`^(?:[!-~]+ ${target}(?: HTTP/[\\d.]+)?|${target})$`, 'i');
const header = /^([^\s:]+):\s*(.*)$/;
const known = new Set(['country', 'address', 'label', 'times', 'seconds', 'name']);

function readBlock(path: string, block: readonly Line[]) {
  const start = block.findIndex(({ text }) => text.trim() !== '' && !isComment(text));
  const end = block.findIndex(({ text }, index) => index > start && text.trim() === '');
  const said = block.slice(0, start).flatMap(({ text, number }) => {
    const [, name, value = ''] = directive.exec(text) ?? [];
    return name === undefined ? [] : [{ name, value, number }];
  });
  const first = { text: block[start]?.text.trim() ?? '', number: block[start]?.number ?? 1 };
  const head = block.slice(start + 1, end < 0 ? undefined : end);
  const body = end < 0 ? [] : block.slice(end + 1).map(({ text }) => text);
  const value = (name: string) => said.findLast((own) => own.name === name)?.value;
  const labels = said.filter(({ name }) => name === 'label').map((own) => own.value);
  const request: Request = {
    ...requestLine(first.text),
    headers: Object.fromEntries(head.map(({ text }) => header.exec(text)?.slice(1) ?? [text, ''])),
    body: body.join('\n').trimEnd(),
    source: { address: value('address') ?? 'unknown address', country: value('country') ?? null },
    managedLabels: labels.filter((label) => label !== 'none'),
    isJudged: labels.includes('none'),
    at: 0,
  };
  const [times, seconds] = [Number(value('times') ?? 1), Number(value('seconds') ?? 1)];
  return { sent: { request, times, seconds }, problems: wrongIn(path, said, first, head) };
}

type Said = readonly { readonly name: string; readonly value: string; readonly number: number }[];

const wrongIn = (path: string, said: Said, first: Line, head: readonly Line[]) => [
  ...said
    .filter(({ name, value }) => !known.has(name) || !isSound(name, value))
    .map(({ name, value, number }) => {
      const reason = `must be ${meant[name] ?? `one of @${[...known].join(' @')}, with a value`}`;
      return wrong(path, number, `@${name} ${value}`, reason);
    }),
  ...[first]
    .filter(({ text }) => !firstLine.test(text))
    .map(({ text, number }) => wrong(path, number, text, 'is not a request line')),
  ...head
    .filter(({ text }) => !header.test(text))
    .map(({ text, number }) => wrong(path, number, text, 'is not a header')),
];

const meant: Readonly<Record<string, string>> = {
  country: 'the code of a country: two capital letters',
  times: 'a whole number from 1 to 9,999',
  seconds: 'a whole number from 0 to 99,999',
  address: 'an IPv4 or IPv6 address',
};

const isSound = (name: string, value: string): boolean => {
  if (name === 'address') return isIP(value) > 0;
  if (name === 'country') return /^[A-Z]{2}$/.test(value);
  if (name === 'times') return /^[1-9]\d{0,3}$/.test(value);
  return name === 'seconds' ? /^\d{1,5}$/.test(value) : value !== '';
};

// No URL object: it would decode and normalise what the policy has to see as it was sent.
const requestLine = (line: string): Pick<Request, 'method' | 'target'> => {
  const [first = '', second] = line.split(/\s+/);
  const [method, target] = second === undefined ? ['GET', first] : [first, second];
  return { method, target: target.replace(/^https?:\/\/[^/?#]*/i, '') || '/' };
};
