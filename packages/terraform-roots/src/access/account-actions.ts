import type { AccountName } from '@bizflow/config/assigned';
import {
  type Access,
  accessGroups,
  accountTypes,
  keyUses,
  neverByMachine,
  terraformAccess,
  worldwide,
} from '@bizflow/config/permissions';

/** What the policies of GitHub's roles name: by group in our regions, for the world, for IAM, and of keys. */
export const accountActions = (account: AccountName) => {
  const { makes, looksUp } = accountTypes[account];
  const wanted = new Set<string>([...makes, ...looksUp]);
  const groups = Object.entries(accessGroups).map(([name, tables]) => {
    const types = tables.flatMap((table) => Object.keys(table.types));
    return [
      name,
      actionsOf(
        types.filter((type) => wanted.has(type)),
        makes,
      ),
    ] as const;
  });
  const all = actionsOf([...wanted], makes);
  return {
    groups: Object.fromEntries(
      groups
        .map(([name, access]) => [name, only(access, isRegional)] as const)
        .filter(([, { reads }]) => reads.length > 0),
    ),
    worldwide: only(all, (action) => isWorldwide(action) && !isIam(action)),
    identity: only(all, (action) => isIam(action) && !isAsideIam(action)),
    key_uses: sorted([...all.reads, ...all.writes]).filter(isKeyUse),
  };
};

const actionsOf = (types: readonly string[], makes: readonly string[]): Access => {
  const entries = types.flatMap((type) => {
    const access = terraformAccess[type];
    return access === undefined ? [] : [{ access, isMade: makes.includes(type) }];
  });
  const reads = sorted(entries.flatMap(({ access }) => access.reads));
  const writes = sorted(entries.flatMap(({ access, isMade }) => (isMade ? access.writes : [])));
  return { reads, writes: writes.filter((action) => !reads.includes(action)) };
};

const sorted = (actions: readonly string[]): readonly string[] => [...new Set(actions)].toSorted();

const only = ({ reads, writes }: Access, of: (action: string) => boolean): Access => ({
  reads: reads.filter(of),
  writes: writes.filter((action) => of(action) && !isNever(action)),
});

const isNever = (action: string): boolean => neverByMachine.some((never) => never === action);
const isIam = (action: string): boolean => action.startsWith('iam:');
// Each has a statement of its own.
const isAsideIam = (action: string): boolean =>
  action === 'iam:PassRole' || action === 'iam:CreateServiceLinkedRole';
const isWorldwide = (action: string): boolean => (action.split(':')[0] ?? '') in worldwide;
const isRegional = (action: string): boolean =>
  !isWorldwide(action) && !isKeyUse(action) && action !== 'secretsmanager:GetSecretValue';
const isKeyUse = (action: string): boolean => keyUses.some((use) => use === action);
