import { type Problem, problem } from '@bizflow/kernel';
import type { ResidencyException } from '@bizflow/region-catalog';
import type { Edge, EdgeKind } from './edge.ts';

/** Kinds that carry nothing of any person, and the page that says so. */
const impersonal: Readonly<Partial<Record<EdgeKind, string>>> = {
  // Images are built from code; a registry holds no tenant's data.
  'image-replica': 'docs/decisions/0022-a-registry-in-every-region.md',
  // Key material; what it encrypts stays where it rests, and each replica has a policy of its own.
  'key-replica': 'docs/decisions/0026-keys-cross-borders-data-does-not.md',
};

/** The page for a kind that needs no exception. */
export const impersonalPages: readonly string[] = Object.values(impersonal);

// What stands by shares what it needs to take over; a way for packets serves the writes.
const stands: Readonly<Partial<Record<EdgeKind, readonly ResidencyException['flow'][]>>> = {
  'database-replica': ['database-replica'],
  'redis-replica': ['redis-replica'],
  'bucket-replica': ['bucket-replica'],
  'backup-copy': ['database-replica'],
  'secret-replica': ['fallback'],
  network: ['write', 'fallback', 'database-replica'],
};

const allows = (exception: ResidencyException, { kind, from, to }: Edge): boolean => {
  const isWay = exception.from === from && exception.to === to;
  // Answers come back the way that questions went.
  const isBack = kind === 'network' && exception.from === to && exception.to === from;
  return (stands[kind] ?? []).includes(exception.flow) && (isWay || isBack);
};

/**
 * Edges that cross a border which no cited exception of the catalog opens for them. Where nobody's
 * data rests (CloudFront's own region), nobody's data leaves.
 */
export const borderRules = (
  edges: readonly Edge[],
  exceptions: readonly ResidencyException[],
  restsIn: (region: string) => boolean,
): readonly Problem[] =>
  edges
    .filter(({ from }) => restsIn(from))
    .filter(({ kind }) => impersonal[kind] === undefined)
    .filter((edge) => !exceptions.some((exception) => allows(exception, edge)))
    .map(({ kind, from, to, at }) =>
      problem({
        code: 'BORDER_CROSSED',
        at: `terraform/${at}`,
        value: `${kind} ${from} -> ${to}`,
        reason: 'takes data across a border without an exception',
        remedy: 'keep it at home, or write the exception with its legal basis in exceptions.ts',
      }),
    );
