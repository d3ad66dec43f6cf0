import type { Cluster } from '@bizflow/config';
import { metrics } from '@bizflow/config/metrics';
import { logGroup } from '@bizflow/config/names';
import { metrics as contract } from '@bizflow/metrics';
import { byTenant } from '../queries.ts';
import { line } from './lines.ts';
import { type Dashboard, dashboard, graph, type Line, type Panel, table, words } from './panel.ts';

/** "Business Metrics": activity and API usage of tenants, WhatsApp volume, billing status. */
export function businessDashboard(places: readonly Cluster[]): Dashboard {
  const [first] = places;
  if (first === undefined) return dashboard([]);
  const at = first.region.id;
  const total = (title: string, key: Parameters<typeof line>[1], stat: string): Panel => {
    const lines = places.map((cluster) =>
      line(cluster, key, {}, { stat, label: cluster.region.name }),
    );
    return graph(title, at, lines);
  };
  return dashboard([
    [
      words(
        `# Business, ${first.environment.name}\nThe metrics of a tenant are read from its own region and stored only there.`,
      ),
    ],
    [
      total('Active tenants', 'activeTenants', 'Maximum'),
      total("Tenants' actions", 'tenantActivity', 'Sum'),
      total('API requests', 'apiUsage', 'Sum'),
    ],
    ...tenants(places, 'Tenant activity', metrics.tenantActivity.name),
    ...tenants(places, 'API usage by tenant', metrics.apiUsage.name),
    [
      graph('WhatsApp messages', at, places.flatMap(messages)),
      graph('Subscriptions by billing status', at, places.flatMap(subscriptions)),
    ],
  ]);
}

/** One table a region, four beside each other. */
const tenants = (
  places: readonly Cluster[],
  title: string,
  counter: string,
): readonly (readonly Panel[])[] =>
  Array.from({ length: Math.ceil(places.length / 4) }, (_, row) =>
    places
      .slice(4 * row, 4 * row + 4)
      .map((cluster) =>
        table(
          `${title}: ${cluster.region.name}`,
          cluster.region.id,
          logGroup(cluster, 'metrics'),
          byTenant(counter),
        ),
      ),
  );

const messages = (cluster: Cluster): readonly Line[] =>
  contract.whatsappMessages.attributes.provider.flatMap((provider) =>
    contract.whatsappMessages.attributes.direction.map((direction) =>
      line(
        cluster,
        'whatsappMessages',
        { provider, direction },
        {
          stat: 'Sum',
          label: `${cluster.region.name} ${provider} ${direction}`,
        },
      ),
    ),
  );

const subscriptions = (cluster: Cluster): readonly Line[] =>
  contract.subscriptions.attributes.status.map((status) =>
    line(
      cluster,
      'subscriptions',
      { status },
      { stat: 'Maximum', label: `${cluster.region.name} ${status}` },
    ),
  );
