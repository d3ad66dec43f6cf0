import type { PlacedFact } from '../fact-sources/instrument.ts';

/**
 * Gives the wrong names of a fact that is one. `unknown`: another text in one place, where the same name is said in
 * more than one; a name that is said once may be any. `duplicate`: the name of the one beside it.
 */
export function wrongNamesAmong(
  facts: readonly PlacedFact[],
): (fact: PlacedFact) => readonly string[] {
  const texts = facts.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  const said = Map.groupBy(texts, (text) => text);
  const beside = neighboursOf(facts);
  return (fact) => {
    const { as, value } = fact;
    if (typeof value !== 'string' || !isName.test(value)) return [];
    const isShared = as !== 'value' || (said.get(value)?.length ?? 0) > 1;
    const duplicate = beside.get(fact);
    return [
      ...(isShared ? [unknown(value, said)] : []),
      ...(duplicate === undefined || duplicate === value ? [] : [duplicate]),
    ];
  };
}

const isName = /^[a-z][\w./:@-]*$/i;

/** A name that differs in its last letter or digit, and is not said. */
function unknown(name: string, said: ReadonlyMap<string, unknown>): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const last = name.search(/[a-z\d][^a-z\d]*$/i);
  const others = [...letters]
    .map((letter) => name.slice(0, last) + letter + name.slice(last + 1))
    .filter((other) => other !== name && !said.has(other));
  return others[0] ?? `${name}x`;
}

/** The name beside each: of the next member or element, of the first one beside the last. */
function neighboursOf(facts: readonly PlacedFact[]): ReadonlyMap<PlacedFact, string> {
  const placed = facts.flatMap((fact) => {
    const row = rowOf(fact);
    return row === null ? [] : [[`${fact.file} ${row}`, fact] as const];
  });
  const rows = Map.groupBy(placed, ([row]) => row);
  return new Map(
    [...rows.values()].flatMap((row) =>
      row.flatMap(([, fact], index) => {
        const [, next] = row[(index + 1) % row.length] ?? [];
        return typeof next?.value === 'string' && isName.test(next.value)
          ? [[fact, next.value] as const]
          : [];
      }),
    ),
  );
}

/**
 * What names of one kind have in common: the object that has them as keys, the list, or the list whose objects have
 * them as a member. The elements of a list in a list are of several kinds: they have none.
 */
const rowOf = ({ path, as }: PlacedFact): string | null => {
  if (as !== 'value') return path.replace(/(\.[\w$]+|\['[^']*'\]) \(name\)$/, ' (names)');
  if (/[\w$](\[\d+\]|\[\d+\]\.(name|id|key))$/.test(path)) {
    return path.replace(/\[\d+\](\.\w+)?$/, '[]$1');
  }
  return null;
};
