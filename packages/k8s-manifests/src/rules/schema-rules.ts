import type { Manifest } from '@bizflow/config';
import { inJson, type Problem, problem, unless, valueAt } from '@bizflow/kernel';
import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { ApplicationSet } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationSet';
import { AppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import { AnalysisTemplate } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate';
import { Rollout } from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout';
import { ClusterSecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ClusterSecretStore';
import { ExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret';
import { SecretStore } from '@kubernetes-models/external-secrets/external-secrets.io/v1/SecretStore';
import { MutatingWebhookConfiguration } from 'kubernetes-models/admissionregistration.k8s.io/v1/MutatingWebhookConfiguration';
import { ValidatingAdmissionPolicy } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy';
import { ValidatingAdmissionPolicyBinding } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding';
import { ValidatingWebhookConfiguration } from 'kubernetes-models/admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration';
import { CustomResourceDefinition } from 'kubernetes-models/apiextensions.k8s.io/v1/CustomResourceDefinition';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { Job } from 'kubernetes-models/batch/v1/Job';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { IngressClass } from 'kubernetes-models/networking.k8s.io/v1/IngressClass';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ClusterRole } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRole';
import { ClusterRoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/ClusterRoleBinding';
import { Role } from 'kubernetes-models/rbac.authorization.k8s.io/v1/Role';
import { RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1/RoleBinding';
import { PriorityClass } from 'kubernetes-models/scheduling.k8s.io/v1/PriorityClass';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { LimitRange } from 'kubernetes-models/v1/LimitRange';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { ResourceQuota } from 'kubernetes-models/v1/ResourceQuota';
import { Secret } from 'kubernetes-models/v1/Secret';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';

/** A kind's model: its prototype carries an ajv validator that throws all errors at once. */
export interface Model {
  readonly apiVersion: string;
  readonly kind: string;
  readonly prototype: { validate(this: unknown): void };
}

/** What the models throw: ajv's own error objects. */
interface ValidationError {
  readonly errors: readonly { readonly instancePath: string; readonly message?: string }[];
}

const models: readonly Model[] = [
  AnalysisTemplate,
  AppProject,
  Application,
  ApplicationSet,
  ClusterRole,
  ClusterRoleBinding,
  ClusterSecretStore,
  ConfigMap,
  CustomResourceDefinition,
  Deployment,
  ExternalSecret,
  HorizontalPodAutoscaler,
  Ingress,
  IngressClass,
  Job,
  LimitRange,
  MutatingWebhookConfiguration,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  PriorityClass,
  Role,
  RoleBinding,
  ResourceQuota,
  Rollout,
  Secret,
  SecretStore,
  Service,
  ServiceAccount,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingWebhookConfiguration,
];

/**
 * Kinds for which no package publishes a schema: our own interfaces check them when they compile,
 * and `npm run schemas` checks them against their definitions, without unknown fields.
 */
const withoutModel: ReadonlySet<string> = new Set([
  'elbv2.k8s.aws/v1beta1 IngressClassParams',
  'karpenter.k8s.aws/v1 EC2NodeClass',
  'karpenter.sh/v1 NodePool',
  'opentelemetry.io/v1beta1 OpenTelemetryCollector',
  'policy.sigstore.dev/v1alpha1 ClusterImagePolicy',
  'projectcalico.org/v3 GlobalNetworkPolicy',
  'projectcalico.org/v3 Tier',
  'vpcresources.k8s.aws/v1beta1 SecurityGroupPolicy',
  'wafv2.services.k8s.aws/v1alpha1 WebACL',
]);

const key = ({ apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>): string =>
  `${apiVersion} ${kind}`;

const modelOf: ReadonlyMap<string, Model> = new Map(models.map((model) => [key(model), model]));

/** What the kind's published schema says against an object; `at` names it in the problems. */
export function schemaRules(manifest: Manifest, at: string): readonly Problem[] {
  const kind = key(manifest);
  const model = modelOf.get(kind);
  if (model === undefined) {
    return unless(withoutModel.has(kind), {
      code: 'KIND_UNCHECKED',
      at,
      value: kind,
      reason: 'has no schema',
      remedy: 'add its model to packages/k8s-manifests/src/rules/schema-rules.ts',
    });
  }
  try {
    model.prototype.validate.call(manifest);
    return [];
  } catch (thrown) {
    if (!isValidationError(thrown)) throw thrown;
    return thrown.errors.map(({ instancePath, message }) =>
      problem({
        code: 'SCHEMA',
        at: `${at}#${instancePath}`,
        value: inJson(valueAt(manifest, instancePath)),
        reason: message ?? 'is invalid',
        remedy: `correct the renderer: the schema of ${kind} does not allow this`,
      }),
    );
  }
}

const isValidationError = (thrown: unknown): thrown is ValidationError =>
  thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors);
