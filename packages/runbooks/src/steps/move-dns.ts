import type { Cluster } from '@bizflow/config';
import { homeHost, loadBalancerHost } from '@bizflow/config/names';
import { dns } from '@bizflow/config/network';
import { stepTimeouts } from '@bizflow/config/recovery';
import type { Step } from '../runbook.ts';
import { answer } from '../shell.ts';

/**
 * Pins the name of a lost region to the standby. Route 53 answers with the standby since the
 * health check failed; without the pin it would answer with a writer whose data is old, as soon as
 * the lost region answers again.
 */
export const moveDns = (from: Cluster, standby: Cluster): Step => {
  const [name, host] = [homeHost(from.environment, from.region.id), loadBalancerHost(standby)];
  const record = `ResourceRecordSets[?Name=='${name}.' && SetIdentifier=='primary']`;
  const zone = '"$(hosted_zone)"';
  const value = answer(
    'aws route53 list-resource-record-sets',
    `${record}.ResourceRecords[0].Value | [0]`,
    { 'hosted-zone-id': { shell: zone } },
  );
  return {
    title: `Pin ${name} to ${host}`,
    why: `A region that comes back must not get writes automatically. Terraform removes this record at failback (global root).`,
    commands: [
      [
        `run aws route53 change-resource-record-sets --hosted-zone-id ${zone} --change-batch '{`,
        '  "Comment": "Failover; terraform apply of the global root removes it",',
        '  "Changes": [{ "Action": "UPSERT", "ResourceRecordSet": {',
        `    "Name": "${name}", "Type": "CNAME", "TTL": ${dns.failoverTtlSeconds}, "SetIdentifier": "primary", "Failover": "PRIMARY",`,
        `    "HealthCheckId": "'"$(standby_health_check)"'",`,
        `    "ResourceRecords": [{ "Value": "${host}" }] } }] }'`,
      ].join('\n'),
    ],
    condition: { name: 'dns_moved', test: `[ ${value} = ${host} ]` },
    timeoutSeconds: stepTimeouts.dnsChange,
  };
};

/** The shell functions that {@link moveDns} uses. */
export const dnsFunctions = ({ environment }: Cluster, standby: Cluster): readonly string[] => [
  `hosted_zone() {
  aws route53 list-hosted-zones-by-name \\
    --dns-name ${environment.zone} \\
    --query "HostedZones[?Name=='${environment.zone}.'].Id | [0]" \\
    --output text
}`,
  `standby_health_check() {
  aws route53 list-health-checks \\
    --query "HealthChecks[?HealthCheckConfig.FullyQualifiedDomainName=='${loadBalancerHost(standby)}'].Id | [0]" \\
    --output text
}`,
];
