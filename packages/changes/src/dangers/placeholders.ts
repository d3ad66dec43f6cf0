import { isObject } from '@bizflow/kernel';
import { inFile } from '../at.ts';
import type { Change } from '../change.ts';
import { rule } from '../effect.ts';

type Fleet = Change['before']['fleet'];

/** Values that are still to be replaced, by their path among the facts. */
const placeholdersIn = ({ assigned, lock }: Fleet): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (!isObject(value)) return;
    if (value.placeholder === true) found.set(path, String(value.value ?? value.digest));
    for (const [key, member] of Object.entries(value)) visit(member, `${path}.${key}`);
  };
  visit(assigned, 'assigned');
  visit(lock.images, 'images');
  return found;
};

/** A value that is still an example, in something that comes with this change. */
export const example = rule('dangers/placeholder', ({ before, after }) => {
  const known = placeholdersIn(before.fleet);
  return [...placeholdersIn(after.fleet)]
    .filter(([path]) => !known.has(path))
    .map(([path, value]) => ({
      place: path.split('.')[2]?.includes('/') ? (path.split('.')[2] ?? '') : 'catalog',
      to: path,
      does: 'is still an example: AWS will refuse it, or it names something of others',
      at: inFile(path.startsWith('images') ? 'images.lock.json' : 'facts/assigned.json'),
      after: value,
    }));
});
