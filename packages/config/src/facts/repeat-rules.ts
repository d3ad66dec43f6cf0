import { isObject, type Problem, problem } from '@bizflow/kernel';
import { ofEach } from './leaves.ts';

/** What objects of a list are known by. */
const nameKeys = ['name', 'id', 'key', 'row'];

/**
 * No list says a text twice, and no two objects of a list have one name: the second stands where another was meant, or
 * is read by nothing. What is reached by two paths is reported once.
 */
export const repeatRules = (facts: unknown): readonly Problem[] =>
  ofEach(facts, (value, path) => (Array.isArray(value) ? repeatedIn(value, path) : []));

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
