import { inOrder } from '@bizflow/kernel';
import type { Cluster } from '../clusters/clusters.ts';
import { checksum } from '../fleet/checksum.ts';
import type { ChartFacts, RenderedFacts } from './charts-lock.ts';

/** Names of a cluster's place, and what is assigned to it: none of them decides what a chart renders. */
const placeNames = (cluster: Cluster) =>
  Object.entries({
    ...{ name: cluster.name, id: cluster.id, account: cluster.account },
    ...{ userPool: cluster.userPool, client: cluster.signOnClient },
    ...{ app: cluster.gitHubApp.app, installation: cluster.gitHubApp.installation },
    zone: cluster.environment.zone,
    region: cluster.region.id,
    environment: cluster.environment.name,
  }).toSorted(([, a], [, b]) => b.length - a.length);

/**
 * Eight hexadecimal digits that change with the values that a chart is rendered with. They are equal in clusters
 * whose values only name another place, so that a new region or an account that AWS has assigned needs no other
 * inventory.
 */
export const valuesFingerprint = (cluster: Cluster, values: unknown): string => {
  const text = placeNames(cluster).reduce(
    (sum, [what, name]) => sum.replaceAll(name, `<${what}>`),
    // The same values read from a file have the same fingerprint, in whichever order the file has them.
    JSON.stringify(inOrder(values)),
  );
  return checksum({ values: text });
};

/** What a chart renders with these values in a cluster, if its inventory knows it. */
export const renderedWith = (
  chart: ChartFacts | undefined,
  cluster: Cluster,
  values: unknown,
): RenderedFacts | undefined => {
  if (chart === undefined) return undefined;
  const fingerprint = valuesFingerprint(cluster, values);
  return chart.rendered.find((one) => one.values === fingerprint);
};
