import { isObject, type Problem, problem } from '@bizflow/kernel';

/** What objects of a list are known by. */
const nameKeys = ['name', 'id', 'key', 'row'];

/**
 * No list says a text twice, and no two objects of a list have one name: the second stands where another was meant, or
 * is read by nothing. What is reached by two paths is reported once.
 */
export function repeatRules(facts: unknown): readonly Problem[] {
  const seen = new Set<unknown>();
  const below = (value: unknown, path: string): readonly Problem[] => {
    if (!isObject(value) || seen.has(value)) return [];
    seen.add(value);
    const isList = Array.isArray(value);
    const parts = Object.entries(value).flatMap(([key, part]) =>
      below(part, isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    );
    return isList ? [...repeatedIn(value, path), ...parts] : parts;
  };
  return below(facts, '');
}

const repeatedIn = (list: readonly unknown[], path: string): readonly Problem[] => [
  ...repeated(list, (index) => `${path}[${index}]`),
  ...nameKeys.flatMap((key) =>
    repeated(
      list.map((one) => (isObject(one) ? Reflect.get(one, key) : undefined)),
      (index) => `${path}[${index}].${key}`,
    ),
  ),
];

const repeated = (words: readonly unknown[], at: (index: number) => string): readonly Problem[] =>
  words.flatMap((word, index) => {
    const first = words.indexOf(word);
    if (typeof word !== 'string' || first === index) return [];
    return [
      problem({
        code: 'FACT_TWICE',
        at: at(index),
        value: word,
        reason: `is already listed, as ${at(first)}`,
        remedy: 'write the intended one, or remove one of the two',
      }),
    ];
  });
