import { fault, type Problem } from '@bizflow/region-catalog';
import type { Request } from '@bizflow/waf-rules';

/** A request of a file, and how often it is sent. */
export interface Sent {
  readonly request: Request;
  readonly times: number;
  /** The seconds over which they are spread. */
  readonly seconds: number;
}

/** What a file asks for, or everything that is wrong with it. */
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
 * stands in comments before it: `# @country KP`, and `@address`, `@label`, `@times`, `@seconds`.
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
  const none = read.length === 0 ? [wrong(path, 1, 'no request', 'holds no request')] : [];
  return {
    requests: read.map(({ sent }) => sent),
    problems: [...none, ...read.flatMap(({ problems }) => problems)],
  };
}

const isComment = (line: string): boolean => /^\s*(?:#|\/\/)/.test(line);

const wrong = (path: string, line: number, value: string, reason: string): Problem =>
  fault(
    'REQUEST_INVALID',
    `${path}:${line}`,
    value,
    reason,
    'write METHOD /path, headers as Name: value, an empty line and the body',
  );

const directive = /^\s*(?:#|\/\/)\s*@(\w+)\s*(.*?)\s*$/;
const known = new Set(['country', 'address', 'label', 'times', 'seconds', 'name']);

function readBlock(path: string, block: readonly Line[]) {
  const start = block.findIndex(({ text }) => text.trim() !== '' && !isComment(text));
  const said = block.slice(0, start).flatMap(({ text, number }) => {
    const [, name, value = ''] = directive.exec(text) ?? [];
    return name === undefined ? [] : [{ name, value, number }];
  });
  const end = block.findIndex(({ text }, index) => index > start && text.trim() === '');
  const head = block.slice(start + 1, end < 0 ? undefined : end);
  const body = end < 0 ? [] : block.slice(end + 1);
  const headers = head.map((line) => ({ line, parts: /^([^\s:]+):\s*(.*)$/.exec(line.text) }));
  const problems = [
    ...said
      .filter(({ name, value }) => !known.has(name) || !isSound(name, value))
      .map(({ name, value, number }) =>
        wrong(
          path,
          number,
          `@${name} ${value}`,
          'is no @country, @address, @label, @times or @seconds',
        ),
      ),
    ...headers
      .filter(({ parts }) => parts === null)
      .map(({ line }) => wrong(path, line.number, line.text, 'is no header')),
    ...(/^[!-~]+(?: \S+(?: HTTP\/[\d.]+)?)?$/.test(block[start]?.text.trim() ?? '')
      ? []
      : [wrong(path, block[start]?.number ?? 1, block[start]?.text ?? '', 'is no request line')]),
  ];
  const value = (name: string) => said.findLast((own) => own.name === name)?.value;
  const named = headers.flatMap(({ parts }) => (parts ? [[parts[1] ?? '', parts[2] ?? '']] : []));
  const request: Request = {
    ...requestLine(block[start]?.text.trim() ?? ''),
    headers: Object.fromEntries(named),
    body: body
      .map(({ text }) => text)
      .join('\n')
      .trimEnd(),
    source: {
      address: value('address') ?? 'an unknown address',
      country: value('country') ?? null,
    },
    managedLabels: said.filter(({ name }) => name === 'label').map((own) => own.value),
    at: 0,
  };
  const sent = {
    request,
    times: Number(value('times') ?? 1),
    seconds: Number(value('seconds') ?? 1),
  };
  return { sent, problems };
}

const isSound = (name: string, value: string): boolean => {
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
