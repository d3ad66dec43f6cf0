import { type Problem, problem } from '@bizflow/kernel';
import type { DataFlow } from '@bizflow/region-catalog/rules';
import type { Transfer, TransferKind } from './transfer.ts';

/** Kinds that carry nothing of any person, and the page that says so. */
const withoutPersonalData: Readonly<Partial<Record<TransferKind, string>>> = {
  // Images are built from code; a registry contains no data of tenants.
  'image-replica': 'docs/decisions/0022-a-registry-in-every-region.md',
  // Key material; what it encrypts stays where it rests, and each replica has its own policy.
  'key-replica': 'docs/decisions/0026-keys-cross-borders-data-does-not.md',
};

/** The page for a kind that needs no exception. */
export const pagesWithoutPersonalData: readonly string[] = Object.values(withoutPersonalData);

// A standby receives what it needs to take over; a network path serves the writes, and so does a secret.
const flowsFor: Readonly<Partial<Record<TransferKind, readonly DataFlow['flow'][]>>> = {
  'database-replica': ['database-replica'],
  'redis-replica': ['redis-replica'],
  'bucket-replica': ['bucket-replica'],
  'backup-copy': ['backup-copy'],
  'secret-replica': ['write'],
  network: ['write', 'fallback', 'database-replica'],
};

/** A way that data may take: it crosses no border, or an exception of the catalog names it. */
type Way = Pick<DataFlow, 'flow' | 'from' | 'to'>;

const allows = (way: Way, { kind, from, to }: Transfer): boolean => {
  const isWay = way.from === from && way.to === to;
  const isBack = way.from === to && way.to === from;
  // Answers come back the way that questions went. A secret contains nothing of a person, and opens
  // the store of its region: only those may have it whose writes come there (decision 0026).
  const ways = { network: isWay || isBack, 'secret-replica': isBack };
  const fits = kind in ways ? ways[kind as keyof typeof ways] : isWay;
  return fits && (flowsFor[kind] ?? []).includes(way.flow);
};

/**
 * Edges that take no allowed way: they cross a border that no cited exception of the catalog allows, or no
 * fact orders them. Where no tenant's
 * data rests (CloudFront's own region), no data leaves.
 */
export const borderRules = (
  transfers: readonly Transfer[],
  allowed: readonly Way[],
  restsIn: (region: string) => boolean,
): readonly Problem[] =>
  transfers
    .filter(({ from }) => restsIn(from))
    .filter(({ kind }) => withoutPersonalData[kind] === undefined)
    .filter((transfer) => !allowed.some((way) => allows(way, transfer)))
    .map(({ kind, from, to, at }) =>
      problem({
        code: 'BORDER_CROSSED',
        at: `terraform/${at}`,
        value: `${kind} ${from} -> ${to}`,
        reason: 'moves data across a border without a written exception',
        remedy:
          'keep the data in its region, or write the exception with its legal basis in packages/region-catalog/src/exceptions.ts',
      }),
    );
