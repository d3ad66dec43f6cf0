/** What a call meets, by a name; packages/proofs gives each its ARN and the context that AWS sends. */
export type Thing =
  | 'anything'
  | 'global'
  | 'applicationKey'
  | 'argoCdSecret'
  | 'balancer'
  | 'balancerGroup'
  | 'bucket'
  | 'bucketKey'
  | 'bucketObject'
  | 'certificate'
  | 'cluster'
  | 'clusterGroup'
  | 'clusterKey'
  | 'containerLogs'
  | 'fargateLogs'
  | 'groupRule'
  | 'image'
  | 'imageRepository'
  | 'instance'
  | 'instanceProfile'
  | 'interface'
  | 'launchTemplate'
  | 'listener'
  | 'listenerRule'
  | 'loadBalancingRole'
  | 'managedRules'
  | 'metricLogs'
  | 'metricNamespace'
  | 'newBalancer'
  | 'newBalancerGroup'
  | 'newFleet'
  | 'newInstance'
  | 'newInstanceProfile'
  | 'newInterface'
  | 'newLaunchTemplate'
  | 'newListener'
  | 'newListenerRule'
  | 'newSpotRequest'
  | 'newTargetGroup'
  | 'newVolume'
  | 'node'
  | 'nodeRole'
  | 'notificationSecret'
  | 'originWebAcl'
  | 'ownRecord'
  | 'parameter'
  | 'protection'
  | 'queue'
  | 'queueKey'
  | 'secret'
  | 'secretKey'
  | 'securityGroup'
  | 'snapshot'
  | 'subnet'
  | 'syncNotificationSecret'
  | 'targetGroup'
  | 'tenantSecret'
  | 'vpc'
  | 'webAcl'
  | 'workspace'
  | 'zone';

/** An action of IAM, everything that IAM asks it for, and where it was read: `<file>:<line>` of the source, or a page. */
export type Call = readonly [action: string, on: readonly Thing[], at: string];

/** What one version of a program asks of AWS, as it is configured here. */
export interface CallTable {
  readonly source: {
    /** `owner/name` on GitHub, or the vendor whose pages were read. */
    readonly repository: string;
    /** The tag, commit or page at which `at` holds. */
    readonly version: string;
    /** The pin for which that source was read; undefined where AWS chooses the version. */
    readonly pin: string | undefined;
  };
  readonly calls: readonly Call[];
}
