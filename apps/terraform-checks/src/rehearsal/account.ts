import { assignedValues } from '@bizflow/config/assigned';
import { foundations } from '@bizflow/config/foundation';
import { startMotoIn } from '@bizflow/testing/moto';
import { additions } from './moto.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import type { RehearsalTools } from './tools.ts';

const hubs = Object.values(foundations).map(({ hub }) => hub);

/** Rehearses the roots of one account against its own moto, those of one turn in parallel. */
export async function rehearseAccount(
  { terraform, python }: RehearsalTools,
  folder: string,
  account: string,
  roots: readonly string[],
  tell: (one: Rehearsal) => void,
): Promise<readonly Rehearsal[]> {
  const moto = await startMotoIn({
    python,
    // AWS's own policies (AmazonEKSClusterPolicy) are there only on request.
    settings: { MOTO_ACCOUNT_ID: account, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    first: additions(),
  });
  const assignedIds = {
    examples: placeholdersAt(assignedValues.keys.production),
    made: new Map<string, string>(),
  };
  const done: Rehearsal[] = [];
  try {
    for (const turn of Map.groupBy(roots, turnOf).values()) {
      const together = turn.map(async (path) => {
        const one = await rehearse(terraform, folder, path, moto.endpoint, assignedIds);
        tell(one);
        return one;
      });
      done.push(...(await Promise.all(together)));
    }
    return done;
  } finally {
    await moto.stop();
  }
}

// A region looks up the zone that the global layer makes and takes the hub's keys, and a link joins
// two regions.
export const turnOf = (path: string): number => {
  if (path.includes('/links/')) return 3;
  if (path.endsWith('/access') || path.endsWith('/global')) return 0;
  return hubs.some((hub) => path.endsWith(`/${hub}`)) ? 1 : 2;
};

const placeholdersAt = (
  keys: typeof assignedValues.keys.production,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(keys).map(([purpose, { value }]) => [
      `aws_kms_key.primary["${purpose}"]`,
      value,
    ]),
  );
