import type { Fact } from './facts-in.ts';
import type { Deriving } from './functions-in.ts';

/** What a module has, and the numbers of the first of each. */
export interface Found {
  readonly facts: readonly Fact[];
  readonly firstFact: number;
  readonly functions: readonly Deriving[];
  readonly firstFunction: number;
}

/** How a source asks for its facts: the new source. */
export type Rewrite = (source: string, found: Found) => string;

/** A part of a text, and what comes in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Each fact is asked for while the module starts: `factOf(number, value)`. */
export const asked: Rewrite = (source, { facts, firstFact }) =>
  edited(
    source,
    facts.map((fact, index) => call(source, fact, firstFact + index)),
  );

/**
 * Each fact is asked for when it is read: a member of an object is a getter, an element of a list too
 * (`factList(list, [[index, number]])`). All others are asked for while the module starts. Functions say when
 * they run: `derivedBy(number, function)`.
 */
export const askedWhenRead: Rewrite = (source, { facts, firstFact: first, ...found }) => {
  const lists = new Map<number, { end: number; members: string[] }>();
  const edits = facts.flatMap((fact, index): readonly Edit[] => {
    const { holder } = fact;
    const { start, end, text } = call(source, fact, first + index);
    if (holder === null) return [{ start, end, text }];
    if ('key' in holder) {
      return [{ ...holder, text: `get ${holder.key}() { return ${text}; }` }];
    }
    const list = lists.get(holder.start) ?? { end: holder.end, members: [] };
    list.members.push(`[${holder.index}, ${first + index}]`);
    lists.set(holder.start, list);
    return [];
  });
  const around = [...lists].flatMap(([start, { end, members }]) => [
    { start, end: start, text: 'factList(' },
    { start: end, end, text: `, [${members.join(', ')}])` },
  ]);
  return edited(source, [...edits, ...around, ...wrapped(source, found)]);
};

const wrapped = (
  source: string,
  { functions, firstFunction }: Pick<Found, 'functions' | 'firstFunction'>,
): readonly Edit[] =>
  functions.flatMap(({ name, expression }, index) => {
    const number = firstFunction + index;
    if (expression === null) {
      const { length: end } = source;
      return [{ start: end, end, text: `\n${name} = derivedBy(${number}, ${name});` }];
    }
    const { start, end } = expression;
    return [
      { start, end: start, text: `derivedBy(${number}, ` },
      { start: end, end, text: ')' },
    ];
  });

const call = (source: string, { as, value, start, end }: Fact, number: number): Edit => {
  const text = source.slice(start, end);
  if (as === 'value') return { start, end, text: `factOf(${number}, ${text})` };
  const key = `[factOf(${number}, ${JSON.stringify(value)})]`;
  return { start, end, text: as === 'shorthand' ? `${key}: ${text}` : key };
};

/** A text with edits that do not overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  let text = '';
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + source.slice(done);
}
