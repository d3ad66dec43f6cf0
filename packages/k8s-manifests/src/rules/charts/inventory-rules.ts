import { type Problem, problem } from '@bizflow/kernel';
import type { ClusterObjects } from '../objects.ts';
import { chartSources } from './charted.ts';

const remedy = 'npx nx generate @bizflow/generator:pin-charts';

/** Each chart has an inventory of the repository, the name, the version and the values that its Application says. */
export const inventoryIsCurrent = (objects: ClusterObjects): readonly Problem[] =>
  chartSources(objects).flatMap(({ application, facts, rendered }) => {
    const { name, path, body } = application;
    const { chart, repoURL: repository, targetRevision: version } = body.spec.source ?? {};
    const lock = `charts.lock.json/${name}`;
    if (facts === undefined) {
      const reason = `has no inventory of what ${name} renders`;
      return [problem({ code: 'CHART_NOT_PINNED', at: lock, value: undefined, reason, remedy })];
    }
    if (facts.chart !== chart) {
      const reason = `is the chart of the inventory, but ${path} installs ${chart}`;
      const at = `${lock}/chart`;
      return [problem({ code: 'CHART_NAME', at, value: facts.chart, reason, remedy })];
    }
    if (facts.repository !== repository) {
      const reason = `is the repository of the inventory, but ${path} takes the chart from ${repository}`;
      const at = `${lock}/repository`;
      return [problem({ code: 'CHART_REPOSITORY', at, value: facts.repository, reason, remedy })];
    }
    if (facts.version !== version) {
      const reason = `is the version of the inventory, but ${path} pins ${version}`;
      const at = `${lock}/version`;
      return [problem({ code: 'CHART_VERSION', at, value: facts.version, reason, remedy })];
    }
    if (rendered !== undefined) return [];
    const reason = 'has other values than those that the inventory of its chart was rendered with';
    return [
      problem({ code: 'CHART_VALUES', at: path, value: `${name} ${version}`, reason, remedy }),
    ];
  });

/** No inventory is of a chart that no cluster installs. */
export const inventoryIsUsed = ({ charts, ofKind }: ClusterObjects): readonly Problem[] => {
  const installed = new Set(ofKind('Application').map(({ name }) => name));
  return Object.keys(charts)
    .filter((name) => !installed.has(name))
    .map((name) =>
      problem({
        code: 'CHART_UNUSED',
        at: `charts.lock.json/${name}`,
        value: charts[name]?.version,
        reason: 'is the inventory of a chart that no Application installs',
        remedy,
      }),
    );
};
