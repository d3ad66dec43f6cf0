import type { Labels } from '@bizflow/kernel';
import type { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-29';
import { confirmPrune } from './waves.ts';

/** A namespace of our own; what is in it goes with it, so a person confirms that it goes. */
export const namespace = (clusterWide: Chart, name: string, labels: Labels): void => {
  new k8s.KubeNamespace(clusterWide, 'namespace', {
    metadata: { name, labels, annotations: confirmPrune },
  });
};
