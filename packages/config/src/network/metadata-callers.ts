import { freeze } from '@bizflow/kernel';

/** Namespaces whose agents may ask a node who it is: EKS's own, and Calico's. */
export const metadataCallers = freeze(['kube-system', 'calico-system', 'tigera-operator']);
