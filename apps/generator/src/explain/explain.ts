import { problem } from '@bizflow/kernel';
import { GeneratorError, refusal } from '../error.ts';
import { factAnswer, fileAnswer } from './answer.ts';
import type { FactIndex, IndexedFact } from './index-file.ts';
import { type Lines, linesOf } from './lines.ts';
import { decidedBy, decidersOf, namesOf } from './query.ts';
import { type Folder, mustBeCurrent, nearest, targetOf } from './target.ts';

export interface ExplainOptions {
  /** `FILE`, `FILE#/pointer` or `FILE:LINE`. */
  readonly file?: string;
  /** The path of a fact. */
  readonly fact?: string;
  readonly json?: boolean;
}

/** Which facts decide what a file says, or what a fact decides; throws a {@link GeneratorError} where that is nothing. */
export function explain(
  indexed: () => FactIndex,
  tree: Folder,
  { file, fact, json }: ExplainOptions,
): readonly string[] {
  if (!file === !fact) throw new GeneratorError([oneOfBoth(file)]);
  if (file) {
    // An index may take minutes: what was mistyped is said before.
    const target = targetOf(tree, file);
    const index = indexed();
    mustBeCurrent(index, target);
    const deciders = decidersOf(index, target.file, target.spot);
    if (json !== true) return fileAnswer(index, target, deciders);
    const facts = deciders.map((one) => ({ ...namedOf(index, one.fact), places: one.places }));
    return [JSON.stringify({ file: target.file, ...target.spot, facts })];
  }
  const index = indexed();
  const found = factsNamed(index, fact ?? '');
  if (json === true) {
    const facts = found.map((one) => ({ ...namedOf(index, one), decides: decidedBy(index, one) }));
    return [JSON.stringify({ facts })];
  }
  const linesIn = linesInTree(tree);
  return found.flatMap((one, number) => [
    ...(number === 0 ? [] : ['']),
    ...factAnswer(index, one, linesIn),
  ]);
}

const namedOf = (
  { functions }: FactIndex,
  { path, file, line, value, adds, through }: IndexedFact,
) => ({ path, file, line, value, adds, through: through.map((number) => functions[number]) });

const linesInTree =
  (tree: Folder) =>
  (file: string): Lines | null => {
    const text = tree.read(file, 'utf8');
    return text === null ? null : linesOf(file, text);
  };

function factsNamed(index: FactIndex, name: string): readonly IndexedFact[] {
  const names = namesOf(index);
  const found = names.get(name);
  if (found !== undefined) return found;
  throw refusal({
    code: 'FACT_UNKNOWN',
    at: '--fact',
    value: name,
    reason:
      'is not a fact: neither a constant of a source, nor a file with a line, nor a path in facts/',
    remedy: `did you mean ${nearest(name, names.keys())}?`,
  });
}

const oneOfBoth = (file: string | undefined) =>
  problem({
    code: 'EXPLAIN_WHAT',
    at: 'explain',
    value: !file ? 'neither a file nor a fact' : 'a file and a fact',
    reason: 'one of them is explained at a time',
    remedy: 'name a rendered file (FILE, FILE#/pointer or FILE:LINE), or --fact=PATH',
  });
