import type { Done } from './effects.ts';

/** What protects the rows of a table after some statements. */
export interface TableState {
  readonly enabled: boolean;
  readonly forced: boolean;
  /** The text of each policy, by its name. */
  readonly policies: Readonly<Record<string, string>>;
  /** Whether FORCE is off only between two statements under one condition, while a key is added. */
  readonly suspended: string | null;
}

/** A table that no statement has touched. */
export const untouched: TableState = {
  enabled: false,
  forced: false,
  policies: {},
  suspended: null,
};

/** The state of every table after an effect. */
export type TableStates = Readonly<Record<string, TableState>>;

const there = (relation: string): string => `to_regclass('${relation}') IS NOT NULL`;

/** The partitions of a table, which have no name of their own in the migration. */
export const partitionsOf = (relation: string): string => `partitions of ${relation}`;

/** An effect on each partition, named by the table; a loop over them runs for every one that exists. */
export const named = (effect: Done): Done => {
  if (!('relation' in effect) || effect.relation !== '%1$s') return effect;
  const loop = effect.guards.findIndex((one) => one.startsWith('for '));
  const [, parent = ''] =
    /pg_partition_tree\(to_regclass\('([^']+)'\)\)/.exec(effect.guards[loop] ?? '') ?? [];
  const guards = effect.guards.filter((_, index) => index !== loop);
  return { ...effect, relation: partitionsOf(parent), guards };
};

/** Whether a statement runs wherever its table exists. What opens a table counts always, what closes it only so. */
const isSure = (relation: string, guards: readonly string[]): boolean => {
  const parent = relation.replace(partitionsOf(''), '');
  return guards.every((one) => one === there(parent));
};

/** The states after one more effect. */
export const after = (states: TableStates, effect: Done): TableStates => {
  if (!('relation' in effect)) return states;
  const { relation, guards } = effect;
  const before = states[relation] ?? untouched;
  const set = (change: Partial<TableState>): TableStates => ({
    ...states,
    [relation]: { ...before, ...change },
  });
  const condition = guards.join(' AND ');
  const sure = isSure(relation, guards);
  const { policies } = before;
  switch (effect.kind) {
    case 'security':
      if (effect.action === 'ENABLE ROW LEVEL SECURITY')
        return set({ enabled: before.enabled || sure });
      if (effect.action === 'FORCE ROW LEVEL SECURITY')
        return set({
          forced: before.forced || sure || before.suspended === condition,
          suspended: null,
        });
      return effect.action.startsWith('NO FORCE')
        ? set({ forced: false, suspended: before.forced ? condition : null })
        : set({ enabled: false });
    case 'no policy':
      return set({
        policies: Object.fromEntries(
          Object.entries(policies).filter(([name]) => name !== effect.name),
        ),
      });
    case 'policy':
      return set({ policies: { ...policies, [effect.name]: sure ? effect.says : 'not always' } });
    default:
      return states;
  }
};
