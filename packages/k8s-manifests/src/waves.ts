import { Construct, type IConstruct } from 'constructs';

type Annotations = Readonly<Record<string, string>>;

/** What takes all in it along, or leaves a load balancer open, is pruned only when a person says so. */
export const confirmPrune = {
  'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=confirm',
} as const;

/** Waves are this far apart, so that an object can be put between two of them by hand. */
const step = 10;

/** Objects that Argo CD applies together. */
class Stage extends Construct {}

/** A stage of a chart: it begins once everything in the stages before is healthy. */
export const stage = (scope: Construct, id: string, ...before: readonly Construct[]): Construct => {
  const made = new Stage(scope, id);
  made.node.addDependency(...before);
  return made;
};

/**
 * The annotation by which Argo CD orders what one Application applies: derived from what an object and
 * its stage depend on, counted from the construct that is in wave 0. What is in no stage and
 * waits for nothing has none.
 */
export const wavesFrom = (zero: IConstruct): ((object: IConstruct) => Annotations) => {
  const levels = new Map<IConstruct, number | undefined>();
  const base = level(zero, levels) ?? 0;
  return (object) => {
    const found = level(object, levels);
    return found === undefined ? none : inWave(step * (found - base));
  };
};

const none = {};

const inWave = (wave: number): Annotations => ({ 'argocd.argoproj.io/sync-wave': String(wave) });

type Levels = Map<IConstruct, number | undefined>;

/** How many things a construct waits for, one after the other; nothing if it has no place in the order. */
const level = (construct: IConstruct, known: Levels): number | undefined => {
  const { dependencies, scope } = construct.node;
  const outer = scope && levelOnce(scope, known);
  if (dependencies.length === 0) return outer ?? (construct instanceof Stage ? 0 : undefined);
  return Math.max(outer ?? 0, ...dependencies.map((one) => (levelOnce(one, known) ?? 0) + 1));
};

const levelOnce = (construct: IConstruct, known: Levels): number | undefined => {
  if (known.has(construct)) return known.get(construct);
  const found = level(construct, known);
  known.set(construct, found);
  return found;
};
