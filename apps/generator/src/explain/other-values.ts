import type { PlacedFact } from '../fact-sources/instrument.ts';

type Value = PlacedFact['value'];

/** A kind of facts with more words than these is not a choice among a few. */
const few = 6;

/** What a fact is tried with: values that it may well have, and others for when nothing can be rendered with those. */
export interface OtherValues {
  readonly first: readonly Value[];
  readonly otherwise: readonly Value[];
}

/**
 * Gives the values that a fact could have instead: the other one of two, a number that is larger and one that
 * is smaller, a text that differs in one letter or digit, and the few words of facts with the same name.
 */
export function otherValuesAmong(facts: readonly PlacedFact[]): (fact: PlacedFact) => OtherValues {
  const kin = Map.groupBy(facts, ({ path }) => nameOf(path));
  return ({ path, value }) => {
    if (typeof value === 'boolean') return { first: [!value], otherwise: [] };
    const alike = (kin.get(nameOf(path)) ?? []).map((fact) => fact.value);
    const others = [...new Set(alike)].filter(
      (other) => other !== value && typeof other === typeof value,
    );
    if (typeof value === 'number') {
      const first = [value + 1, value > 1 ? 1 : 0];
      return {
        first,
        otherwise: others.filter((other) => !first.includes(Number(other))).slice(0, few),
      };
    }
    const [words, texts] = others.length < few && isWord(value) ? [others, []] : [[], others];
    return { first: [nextText(value), ...words], otherwise: texts.toSorted().slice(0, few) };
  };
}

const isWord = (text: string): boolean => /^[A-Za-z][A-Za-z_-]*$/.test(text);

/** The last name in a path, which says what kind of fact it is. */
const nameOf = (path: string): string =>
  /([\w$-]+)\W*$/.exec(path.replaceAll(/\[\d+\]|\(\d+\)/g, ''))?.[1] ?? path;

/** A text of the same form: its last letter or digit is the one after it, or before it at the end. */
export const nextText = (text: string): string => {
  const next = text.replace(/[a-z\d](?=[^a-z\d]*$)/i, (last) =>
    String.fromCharCode(last.charCodeAt(0) + (/[9z]/i.test(last) ? -1 : 1)),
  );
  return next === text ? `${text}x` : next;
};
