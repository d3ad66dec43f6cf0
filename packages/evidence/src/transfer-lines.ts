import { valueAt } from '@bizflow/kernel';
import type { Transfer } from '@bizflow/proofs';
import type { CountryCode } from '@bizflow/region-catalog';
import { type FoundLines, together } from './find-lines.ts';
import type { EvidenceLine, Texts } from './line.ts';
import type { Looked } from './looked.ts';
import { type FlowOfPeople, flowsOf } from './people/flows-of.ts';

/** Kinds that carry data of people; keys, images and secrets contain none (decision 0026). */
const ofPeople: readonly Transfer['kind'][] = [
  'database-replica',
  'redis-replica',
  'bucket-replica',
  'backup-copy',
  'log',
  'network',
];

/** The call of each module that carries data between two regions of some people, in its root's file. */
export function transferLines(
  says: string,
  people: readonly CountryCode[],
  looked: Looked,
): FoundLines {
  const ways = flowsOf(people, looked).filter(({ from, to }) => from !== to);
  const { lines, lost } = together(
    looked.transfers
      .filter(({ kind, from, to }) => ofPeople.includes(kind) && ways.some(isBetween(from, to)))
      .map((transfer) => callOf(says, transfer, looked.texts)),
  );
  return { lines: [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()], lost };
}

/** Answers go back the way that questions came. */
const isBetween =
  (from: string, to: string) =>
  (way: FlowOfPeople): boolean =>
    (way.from === from && way.to === to) || (way.from === to && way.to === from);

function callOf(says: string, { kind, from, to, at }: Transfer, texts: Texts): FoundLines {
  const [root = '', address = ''] = at.split(' ');
  const [, module = ''] = /^module\.([^.[]+)/.exec(address) ?? [];
  const pointer = `/module/${module}`;
  const lines = rootFiles(root, pointer, texts).map(
    (file): EvidenceLine => ({
      ...{ says, region: null, file, place: `#${pointer}` },
      value: `${kind} from ${from} to ${to}`,
    }),
  );
  const lost = lines.length === 0 ? [{ file: `terraform/${root}`, place: `#${pointer}` }] : [];
  return { lines, lost };
}

const rootFiles = (root: string, pointer: string, texts: Texts): readonly string[] =>
  Object.keys(texts).filter(
    (file) =>
      file.slice(0, file.lastIndexOf('/')) === `terraform/${root}` &&
      file.endsWith('.json') &&
      valueAt(JSON.parse(texts[file] ?? ''), pointer) !== undefined,
  );
