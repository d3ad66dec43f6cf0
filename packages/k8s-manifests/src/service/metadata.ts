import type { Cluster, Manifest, Service } from '@bizflow/config';
import { serviceNamespace } from '@bizflow/config/names';
import { serviceLabels } from '../labels.ts';
import { inWave, type Wave } from '../waves.ts';

/** The namespace a service has for itself. */
export const namespaceOf = (service: Service): string => serviceNamespace(service);

/** What Kubernetes calls ObjectMeta, as far as this project writes it. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

/** The metadata of a namespaced object of a service. */
export const metadata = (
  cluster: Cluster,
  service: Service,
  name: string,
  wave: Wave,
  annotations: Readonly<Record<string, string>> = {},
): ObjectMeta => ({
  annotations: { ...annotations, ...inWave(wave) },
  labels: serviceLabels(cluster, service),
  name,
  namespace: namespaceOf(service),
});

/**
 * A core object of cdk8s-plus under its metadata. Apart, because cdk8s-plus copies a set of labels
 * once per label.
 */
export const described = (
  metadata: ObjectMeta,
  { apiVersion, kind, ...rest }: Omit<Manifest, 'metadata'>,
): Manifest => ({ apiVersion, kind, metadata, ...rest }) as Manifest;
