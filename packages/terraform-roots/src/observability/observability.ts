import { type Cluster, clustersOf, type Fleet } from '@bizflow/config';
import { dashboardNames, regionDashboardName } from '@bizflow/config/names';
import type { Problem } from '@bizflow/kernel';
import type { RootFile } from '../root-file.ts';
import type { Alarm } from './alarms.ts';
import { alarmRules, dashboardRules } from './cloudwatch-rules.ts';
import { businessDashboard } from './dashboards/business-dashboard.ts';
import { globalDashboard } from './dashboards/global-dashboard.ts';
import type { Dashboard } from './dashboards/panel.ts';
import { regionDashboard } from './dashboards/region-dashboard.ts';

/**
 * The dashboards that a place's root makes: its own, and in the hub those of the whole environment.
 * They belong to the account and not to a region, so the loss of the hub takes none away.
 */
export const dashboardsOf = (
  cluster: Cluster,
  fleet: Fleet,
): Readonly<Record<string, Dashboard>> => {
  const { environment, region } = cluster;
  const own = regionDashboards(cluster, fleet);
  if (region.id !== fleet.foundations[environment.name].hub) return own;
  const places = clustersOf(environment, fleet);
  const names = dashboardNames(environment);
  return {
    [names.global]: globalDashboard(places, fleet),
    [names.business]: businessDashboard(places),
    ...own,
  };
};

// Five alarms a service and a hundred alarms a widget; with fewer, lines can still be distinguished.
const servicesPerPage = 15;

/** A region's dashboard; with more services than a page takes, `-2` and on show the others. */
const regionDashboards = (cluster: Cluster, fleet: Fleet): Readonly<Record<string, Dashboard>> => {
  const pages = Math.max(1, Math.ceil(fleet.services.length / servicesPerPage));
  return Object.fromEntries(
    Array.from({ length: pages }, (_, page) => {
      const services = fleet.services.slice(page * servicesPerPage, (page + 1) * servicesPerPage);
      const first = regionDashboardName(cluster);
      return [
        page === 0 ? first : `${first}-${page + 1}`,
        regionDashboard(cluster, { ...fleet, services }),
      ];
    }),
  );
};

/** Everything CloudWatch would refuse of the alarms and dashboards among the files of a place's root. */
export const observabilityRules = (
  cluster: Cluster,
  files: readonly RootFile[],
): readonly Problem[] => {
  const file = files.find(({ path }) => path.endsWith('/observability.tf.json'));
  const { observability } = (file?.body.module ?? {}) as { readonly observability?: Shown };
  return [
    ...Object.entries(observability?.alarms ?? {}).flatMap(([name, alarm]) =>
      alarmRules(`${cluster.name}-${name}`, alarm),
    ),
    ...Object.entries(observability?.dashboards ?? {}).flatMap(([name, body]) =>
      dashboardRules(name, body),
    ),
  ];
};

/** The part of the call of module `observability` that CloudWatch has limits for. */
interface Shown {
  readonly alarms: Readonly<Record<string, Alarm>>;
  readonly dashboards: Readonly<Record<string, Dashboard>>;
}
