import { fleet } from '@bizflow/config';
import { trees } from '../plan.ts';
import { serialize } from '../serialize.ts';

/** What the facts and two locks render, past every rule: a program of its own, in which facts are put back. */
export const rendered = (...locks: Parameters<typeof fleet>) => {
  const facts = fleet(...locks);
  const files = trees
    .flatMap((tree) => tree.parts(facts))
    .flatMap((part) => part.files())
    .map((content) => [content.path, serialize(content)] as const);
  return { fleet: facts, files: Object.fromEntries(files) };
};
