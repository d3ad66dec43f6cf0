/** Kinds that an AppProject lets in; whatever it does not list, it refuses. */
type Kinds = { group: string; kind: string }[];

/** What the root brings. */
export const rootKinds: Kinds = ['AppProject', 'Application', 'ApplicationSet'].map((kind) => ({
  group: 'argoproj.io',
  kind,
}));

/** Cluster-wide kinds that controllers' charts bring, and those of the platform's components. */
export const clusterKinds: Kinds = [
  { group: '', kind: 'Namespace' },
  { group: 'admissionregistration.k8s.io', kind: 'MutatingWebhookConfiguration' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicy' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingAdmissionPolicyBinding' },
  { group: 'admissionregistration.k8s.io', kind: 'ValidatingWebhookConfiguration' },
  { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { group: 'elbv2.k8s.aws', kind: 'IngressClassParams' },
  { group: 'external-secrets.io', kind: 'ClusterSecretStore' },
  { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass' },
  { group: 'karpenter.sh', kind: 'NodePool' },
  { group: 'networking.k8s.io', kind: 'IngressClass' },
  { group: 'operator.tigera.io', kind: '*' },
  { group: 'policy.sigstore.dev', kind: 'ClusterImagePolicy' },
  { group: 'projectcalico.org', kind: 'GlobalNetworkPolicy' },
  { group: 'projectcalico.org', kind: 'Tier' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
];

/**
 * What the folder of a service may contain. No rights and no Secret: those come from the platform and from Secrets
 * Manager.
 */
export const workloadKinds: Kinds = [
  { group: '', kind: 'ConfigMap' },
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: '', kind: 'Service' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'argoproj.io', kind: 'AnalysisTemplate' },
  { group: 'argoproj.io', kind: 'Rollout' },
  { group: 'autoscaling', kind: 'HorizontalPodAutoscaler' },
  { group: 'batch', kind: 'Job' },
  { group: 'external-secrets.io', kind: 'ExternalSecret' },
  { group: 'networking.k8s.io', kind: 'Ingress' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: 'policy', kind: 'PodDisruptionBudget' },
  { group: 'vpcresources.k8s.aws', kind: 'SecurityGroupPolicy' },
];

/** What the folder of a dedicated tenant may contain. */
export const tenantKinds: Kinds = [
  { group: '', kind: 'LimitRange' },
  { group: '', kind: 'ResourceQuota' },
  { group: '', kind: 'ServiceAccount' },
  { group: 'external-secrets.io', kind: 'SecretStore' },
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
];

/** What controllers make of them. Argo CD shows a child only where its project lets the kind in. */
export const children: Kinds = [
  { group: '', kind: 'Endpoints' },
  { group: '', kind: 'Pod' },
  { group: 'apps', kind: 'ReplicaSet' },
  { group: 'argoproj.io', kind: 'AnalysisRun' },
  { group: 'discovery.k8s.io', kind: 'EndpointSlice' },
  { group: 'elbv2.k8s.aws', kind: 'TargetGroupBinding' },
];
