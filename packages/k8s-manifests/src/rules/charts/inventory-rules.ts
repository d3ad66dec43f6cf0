import { type Problem, problem, unless } from '@bizflow/kernel';
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
    const said = [
      ['chart', 'CHART_NAME', chart, 'installs'],
      ['repository', 'CHART_REPOSITORY', repository, 'takes the chart from'],
      ['version', 'CHART_VERSION', version, 'pins'],
    ] as const;
    const [wrong] = said.filter(([field, , value]) => facts[field] !== value);
    if (wrong !== undefined) {
      const [field, code, value, does] = wrong;
      const reason = `is the ${field} of the inventory, but ${path} ${does} ${value}`;
      return [problem({ code, at: `${lock}/${field}`, value: facts[field], reason, remedy })];
    }
    return unless(rendered !== undefined, {
      code: 'CHART_VALUES',
      at: path,
      value: `${name} ${version}`,
      reason: 'has other values than those that the inventory of its chart was rendered with',
      remedy,
    });
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
