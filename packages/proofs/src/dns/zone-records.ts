import { asText, bodies, isList, type Plan, type Resource } from '@bizflow/terraform-plan';
import type { DnsRecord } from './route-53.ts';

/** The records with which a plan answers a name by another one. */
export const zoneRecords = ({ resources }: Plan): readonly DnsRecord[] =>
  resources
    .filter(({ type, values }) => type === 'aws_route53_record' && values.type === 'CNAME')
    .filter(({ values }) => values.latency_routing_policy === undefined)
    .map(recordOf);

const recordOf = ({ values }: Resource): DnsRecord => {
  const { name, records, health_check_id: healthCheck } = values;
  const [target = ''] = isList(records) ? records : [];
  return {
    name: asText(name ?? ''),
    target: asText(target),
    healthCheck: healthCheck === undefined ? null : asText(healthCheck),
    policy: policyOf(values),
  };
};

const policyOf = (values: Resource['values']): DnsRecord['policy'] => {
  const [place] = bodies(values.geolocation_routing_policy);
  const [failover] = bodies(values.failover_routing_policy);
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  if (place !== undefined) {
    return { kind: 'geolocation', country: text(place.country), continent: text(place.continent) };
  }
  if (failover === undefined) return { kind: 'simple' };
  return { kind: 'failover', role: failover.type === 'PRIMARY' ? 'primary' : 'secondary' };
};
