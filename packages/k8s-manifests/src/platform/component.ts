import type { Cluster, Fleet, Manifest } from '@bizflow/config';
import type { Chart } from 'cdk8s';

/** What other packages render for a cluster: renderers never know each other, so it is handed in. */
export interface FromOthers {
  /** The web ACL of its clients' load balancer. */
  readonly webAcl?: Manifest;
  /** What makes its tables safe for tenants and logs the application in: files by their names. */
  readonly migration?: Readonly<Record<string, string>>;
}

/** What a component may ask when it is rendered. */
export interface Context {
  readonly cluster: Cluster;
  readonly fleet: Fleet;
  readonly others: FromOthers;
}

/** A folder of the platform that this repository renders, synced by its own Application. */
export interface Component {
  readonly name: string;
  readonly namespace: string;
  /** Applications that must be healthy before it comes: its sync wave is derived from them. */
  readonly after: readonly string[];
  readonly fill: (chart: Chart, context: Context) => void;
}
