import { own } from '@bizflow/proofs/testing';
import { expect, it } from 'vitest';
import { type Edit, edits, kindOfField } from '../testing/edits.ts';
import { objectEffects } from '../testing/object-effects.ts';
import { type KubernetesObject, objectIn } from './difference/objects.ts';

/** What people and selectors read, and no controller acts upon of itself. */
const isPlain = (at: string): boolean =>
  /^\/metadata\/(?:labels|annotations)|(?:^|\/)description$/.test(at);

/** Fields of a rule of WAF: the corpus is asked about each, which takes a second, and one rule tells of all. */
const isAskedOfWaf = (at: string): boolean => /^\/spec\/rules\/\d+\/(?!priority)/.test(at);

const largestOfEachKind = (): readonly (readonly [path: string, KubernetesObject])[] => {
  const kinds = new Map<string, readonly [string, KubernetesObject]>();
  for (const [path, text] of Object.entries(own.manifests)) {
    const object = objectIn(text);
    if (object === undefined) continue;
    const known = kinds.get(object.kind)?.[0];
    if (known === undefined || text.length > (own.manifests[known]?.length ?? 0))
      kinds.set(object.kind, [path, object]);
  }
  return [...kinds.values()];
};

/** One field of each kind that an object has. */
const fieldsOf = (object: KubernetesObject): readonly Edit[] => {
  const seen = new Set<string>();
  return edits(object).filter(({ at, does }) => {
    const kind = kindOfField(object, at);
    if (does === 'gone' || isPlain(at) || isAskedOfWaf(at) || seen.has(kind)) return false;
    return seen.add(kind);
  });
};

it.each(largestOfEachKind().map(([path, object]) => [object.kind, path, object] as const))(
  'names an effect of every field of a %s',
  (_, path, object) => {
    const silent = fieldsOf(object).filter(({ after }) => {
      const { effects, unjudged } = objectEffects(path, object, after);
      // A rule that a value stops is named in the notes.
      return effects.length + unjudged.length === 0;
    });
    expect(silent.map(({ at }) => at)).toEqual([]);
  },
);
