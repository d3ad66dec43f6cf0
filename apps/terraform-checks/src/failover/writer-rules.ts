import { type Problem, problem, unless } from '@bizflow/kernel';

/** What AWS has of the data in one region: who is copied there, and where its services write. */
export interface Seen {
  readonly region: string;
  readonly database: {
    readonly arn: string;
    readonly address: string;
    readonly source: string | null;
  };
  readonly redis: { readonly address: string; readonly role: string };
  /** The URLs that the services of the region read. */
  readonly secrets: { readonly database: string; readonly redis: string };
}

const stores = ['database', 'redis'] as const;

/** One region takes the writes, the others copy it, and all services know its addresses. */
export const writerRules = (
  step: string,
  writer: Seen,
  copies: readonly Seen[],
): readonly Problem[] => [
  ...unless(writer.database.source === null, noWriter(step, writer, 'database')),
  ...unless(writer.redis.role === 'PRIMARY', noWriter(step, writer, 'redis')),
  ...copies.flatMap((copy) => [
    ...unless(copy.database.source === writer.database.arn, noCopy(step, copy, 'database')),
    ...unless(copy.redis.role === 'SECONDARY', noCopy(step, copy, 'redis')),
  ]),
  ...[writer, ...copies].flatMap(({ region, secrets }) =>
    stores.flatMap((store) =>
      unless(secrets[store].includes(`@${writer[store].address}:`), {
        code: 'ADDRESS_STALE',
        at: `${step}: ${region} ${store}`,
        value: secrets[store].replace(/:[^:@/]*@/, ':...@'),
        reason: `is what services read, and ${writer[store].address} takes the writes`,
        remedy: 'see which root writes the secret, and from what',
      }),
    ),
  ),
];

type Store = (typeof stores)[number];

const noWriter = (step: string, { region, ...seen }: Seen, store: Store) => ({
  code: 'NO_WRITER',
  at: `${step}: ${region} ${store}`,
  value: JSON.stringify(seen[store]),
  reason: 'takes no writes, and is to take those of all',
  remedy: 'see what made it a copy',
});

const noCopy = (step: string, { region, ...seen }: Seen, store: Store) => ({
  code: 'NO_COPY',
  at: `${step}: ${region} ${store}`,
  value: JSON.stringify(seen[store]),
  reason: 'does not follow the writer',
  remedy: 'see whether its root makes a copy, or leaves what there was',
});

/** A script of a runbook that did not come to its end. */
export const stoppedScript = (
  step: string,
  { code, log }: { readonly code: number; readonly log: string },
): readonly Problem[] =>
  code === 0
    ? []
    : [
        problem({
          code: 'SCRIPT_STOPPED',
          at: step,
          value: code,
          reason: `ended with ${code}: ${log.trim().split('\n').slice(-4).join(' ')}`,
          remedy: 'correct the step in packages/runbooks/src/losses/',
        }),
      ];
