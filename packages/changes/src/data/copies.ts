import { type Transfer, transfersIn } from '@bizflow/proofs';
import { inNamedRoot } from '../at.ts';
import type { Change } from '../change.ts';
import { placeOfRoot } from '../difference/resources.ts';
import { type Found, type Rule, rule } from '../effect.ts';

const words: Readonly<Partial<Record<Transfer['kind'], string>>> = {
  'database-replica': 'a replica of the database',
  'redis-replica': 'a replica of Redis',
  'bucket-replica': 'a copy of a bucket',
  'backup-copy': 'a copy of backups',
  'secret-replica': 'a copy of a secret',
  'key-replica': 'a copy of a key',
};

/** Every transfer of one side that the other does not have. */
export const onlyIn = (
  of: Change['before'],
  other: Change['before'],
  isWanted: (transfer: Transfer) => boolean,
): readonly Transfer[] => {
  if (of.plans.every((plan, index) => plan === other.plans[index])) return [];
  const keyOf = ({ kind, from, to, at }: Transfer): string => `${kind} ${from} ${to} ${at}`;
  const known = new Set(transfersIn(other).map(keyOf));
  return transfersIn(of)
    .filter(isWanted)
    .filter((one) => !known.has(keyOf(one)));
};

const found =
  (does: string) =>
  ({ kind, from, to, at }: Transfer): Found => {
    const [root = ''] = at.split(' ');
    const what = words[kind] ?? kind;
    return {
      place: placeOfRoot(root),
      to: `${what} from ${from} to ${to}`,
      does,
      at: inNamedRoot(at),
    };
  };

const isCopy = ({ kind }: Transfer): boolean => Object.hasOwn(words, kind);

/** Data that is copied to another region from now on. */
export const copyBegins: Rule = rule('data/copied', ({ before, after }) =>
  onlyIn(after, before, isCopy).map(found('begins')),
);

/** Data that is no longer copied. */
export const copyEnds: Rule = rule('data/no-longer-copied', ({ before, after }) =>
  onlyIn(before, after, isCopy).map(found('ends')),
);
