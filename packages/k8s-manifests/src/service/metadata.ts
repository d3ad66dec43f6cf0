import type { Cluster, Service } from '@bizflow/config';
import { serviceLabels } from '../labels.ts';
import { inWave, type Wave } from '../waves.ts';

/** The namespace a service has for itself. */
export const namespaceOf = ({ name }: Service): string => `bizflow-${name}`;

/** What Kubernetes calls ObjectMeta, as far as this project writes it. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
  readonly annotations: Record<string, string>;
}

/** The metadata of a namespaced object of a service. */
export const metadata = (
  cluster: Cluster,
  service: Service,
  name: string,
  wave: Wave,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({
  name,
  namespace: namespaceOf(service),
  labels: serviceLabels(cluster, service),
  annotations: { ...annotations, ...inWave(wave) },
});
