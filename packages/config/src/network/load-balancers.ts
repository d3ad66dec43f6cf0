import { freeze } from '@bizflow/kernel';

/** What we decide of every load balancer of a service. */
export const loadBalancers = freeze({
  /** TLS 1.3 and 1.2 (Elastic Load Balancing, "Security policies"), as the document's "TLS 1.3" allows. */
  tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
  /** How long it lets requests end that a leaving pod still answers. */
  deregistrationSeconds: 30,
  /** How long a leaving pod goes on, since the load balancer needs time to stop sending. */
  drainSeconds: 20,
  /** The group of the Ingresses of services, which share one load balancer. */
  publicGroup: 'bizflow',
  /** The port of every Service behind it. */
  servicePort: 80,
});
