import type { ChartFacts, ChartsLock, RenderedFacts } from '@bizflow/config/charts';
import { type Problem, problem, unless } from '@bizflow/kernel';
import type { Tree } from '@nx/devkit';

/** The path of the lock of charts, from the root of the repository. */
export const chartsLockPath = 'charts.lock.json';

/** What a tree holds of it; one that does not exist is empty, so that all charts can be pinned again. */
export function readChartsLock(tree: Pick<Tree, 'read'>): {
  readonly charts: ChartsLock;
  readonly problems: readonly Problem[];
} {
  try {
    const charts: ChartsLock = JSON.parse(tree.read(chartsLockPath, 'utf8') ?? '{}');
    return { charts, problems: [] };
  } catch (error) {
    return { charts: {}, problems: [unreadable((error as Error).message)] };
  }
}

const again = 'npx nx generate @bizflow/generator:pin-charts --all';

const unreadable = (why: string): Problem =>
  problem({
    code: 'CHARTS_LOCK_INVALID',
    at: chartsLockPath,
    value: 'unreadable',
    reason: `is not JSON: ${why}`,
    remedy: `git checkout -- ${chartsLockPath}, or delete it and ${again}`,
  });

/** There is a lock with something in it: else every chart of every cluster would be a problem, and none says this. */
export const chartsLockRules = (charts: ChartsLock): readonly Problem[] =>
  unless(Object.keys(charts).length > 0, {
    code: 'CHARTS_LOCK_MISSING',
    at: chartsLockPath,
    value: undefined,
    reason: 'does not exist, or says nothing of any chart',
    remedy: `git checkout HEAD -- ${chartsLockPath}, or ${again}`,
  });

/** The bytes of a lock: one line for each object, so that a review shows what a chart changes. */
export const chartsLockText = (lock: ChartsLock): string => {
  const charts = Object.entries(lock)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, chart]) => (chart ? [`${JSON.stringify(name)}: ${chartText(chart)}`] : []));
  return `{\n${charts.join(',\n')}\n}\n`;
};

const chartText = ({ rendered, ...facts }: ChartFacts): string =>
  `${JSON.stringify(facts).slice(0, -1)},"rendered":[${rendered.map(renderedText).join(',')}]}`;

const renderedText = ({ values, definitions, objects }: RenderedFacts): string =>
  `{"values":"${values}","definitions":${lines(definitions)},"objects":${lines(objects)}}`;

const lines = (facts: readonly object[]): string =>
  facts.length === 0 ? '[]' : `[\n${facts.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
