import type { Cluster } from '@bizflow/config';
import type { Construct } from 'constructs';
import type { IValidatingAdmissionPolicy } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
import type { IValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';
import { admittedLabels, admittedNamespaces, admittedRegistries } from '../admitted.ts';
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

const written = (apiGroup: string, version: string, ...resources: string[]) => ({
  apiGroups: [apiGroup],
  apiVersions: [version],
  operations: ['CREATE', 'UPDATE'] as ('CREATE' | 'UPDATE')[],
  resources,
});

const pods = written('', 'v1', 'pods', 'pods/ephemeralcontainers');
const rollouts = written('argoproj.io', 'v1alpha1', 'rollouts');

const rulesFor = (cluster: Cluster): readonly Rule[] => [
  {
    name: 'bizflow-images',
    resources: [pods],
    validations: [
      {
        expression: `${containers}.all(c, ${fromOneOf(admittedRegistries(cluster))})`,
        message: `Images must come from the registry of this region, ${admittedRegistries(cluster).join(' or ')}`,
        reason: 'Forbidden',
      },
      {
        // A webhook that finds a tag writes the digest behind it, so a tag beside the digest is refused too (0085).
        expression: `${containers}.all(c, c.image.matches('/[^/:@]+@sha256:[0-9a-f]{64}$'))`,
        message: 'Images must be pinned by digest, so that every region runs the same image',
        reason: 'Forbidden',
      },
    ],
  },
  {
    name: 'bizflow-labels',
    resources: [pods, rollouts],
    validations: [...admittedLabels(cluster)].map(([label, values]) => ({
      expression: `object.metadata.?labels[?'${label}'].orValue('') ${isOneOf(values)}`,
      message: `The label ${label} must be ${values.map(quoted).join(' or ')} here`,
      reason: 'Forbidden',
    })),
  },
];

const quoted = (text: string): string => `'${text}'`;

const isOneOf = (values: readonly string[]): string => {
  const [only = '', ...others] = values.map(quoted);
  return others.length === 0 ? `== ${only}` : `in [${[only, ...others].join(', ')}]`;
};

const fromOneOf = (registries: readonly string[]): string =>
  registries.map((registry) => `c.image.startsWith('${registry}/')`).join(' || ');

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
        namespaceSelector: { matchExpressions: [admittedNamespaces()] },
      },
    },
  });
};
