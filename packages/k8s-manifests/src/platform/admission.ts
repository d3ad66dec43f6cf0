import type { Cluster } from '@bizflow/config';
import type { Construct } from 'constructs';
import type { IValidatingAdmissionPolicy } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
import type { IValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';
import { placeLabels } from '../labels.ts';
import { clusterWide, customResource } from '../synth.ts';
import type { Context } from './component.ts';

type Spec = NonNullable<IValidatingAdmissionPolicy['spec']>;

interface Rule {
  readonly name: string;
  readonly resources: NonNullable<NonNullable<Spec['matchConstraints']>['resourceRules']>;
  readonly validations: NonNullable<Spec['validations']>;
}

const containers =
  '(object.spec.containers + object.spec.?initContainers.orValue([]) + object.spec.?ephemeralContainers.orValue([]))';

const pods: Rule['resources'] = [
  {
    apiGroups: [''],
    apiVersions: ['v1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['pods', 'pods/ephemeralcontainers'],
  },
];

const rollouts: Rule['resources'] = [
  {
    apiGroups: ['argoproj.io'],
    apiVersions: ['v1alpha1'],
    operations: ['CREATE', 'UPDATE'],
    resources: ['rollouts'],
  },
];

const rulesFor = (cluster: Cluster): readonly Rule[] => [
  {
    name: 'bizflow-images',
    resources: pods,
    validations: [
      {
        expression: `${containers}.all(c, c.image.startsWith('${cluster.registry}/'))`,
        message: `Images must come from the registry of this region, ${cluster.registry}`,
        reason: 'Forbidden',
      },
      {
        expression: `${containers}.all(c, c.image.matches('@sha256:[0-9a-f]{64}$'))`,
        message: 'Images must be pinned by digest, so that every region runs the same image',
        reason: 'Forbidden',
      },
    ],
  },
  {
    name: 'bizflow-labels',
    resources: [...pods, ...rollouts],
    validations: Object.entries(placeLabels(cluster)).map(([label, value]) => ({
      expression: `object.metadata.?labels[?'${label}'].orValue('') == '${value}'`,
      message: `The label ${label} must be '${value}' here`,
      reason: 'Forbidden',
    })),
  },
];

/** Admission policies for workloads in this cluster. Platform namespaces are exempt. */
export const admission = (chart: Construct, { cluster }: Context): void => {
  const scope = clusterWide(chart);
  for (const rule of rulesFor(cluster)) {
    policy(scope, rule);
    binding(scope, rule);
  }
};

const policy = (scope: Construct, { name, resources, validations }: Rule): void => {
  customResource<IValidatingAdmissionPolicy>(scope, name, {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name },
    spec: { failurePolicy: 'Fail', matchConstraints: { resourceRules: resources }, validations },
  });
};

const binding = (scope: Construct, { name }: Rule): void => {
  customResource<IValidatingAdmissionPolicyBinding>(scope, `${name}-binding`, {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name },
    spec: {
      policyName: name,
      validationActions: ['Deny', 'Audit'],
      matchResources: {
        namespaceSelector: {
          matchExpressions: [
            { key: 'bizflow.io/plane', operator: 'In', values: ['workloads', 'tenants'] },
          ],
        },
      },
    },
  });
};
