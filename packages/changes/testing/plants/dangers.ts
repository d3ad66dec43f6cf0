import { standby } from '@bizflow/config/testing';
import {
  all,
  type Draft,
  type Planted,
  place,
  unchanged,
  withFacts,
  withNew,
  withNewResource,
  withObject,
  withoutObject,
  withoutResource,
  withResource,
} from '../planted.ts';

const namespace = (name: string, wave: string): Draft => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, annotations: { 'argocd.argoproj.io/sync-wave': wave } },
});
const account = (where: string): Draft => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'planted', namespace: where },
});
const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'plants.example.com' },
  spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Plant', plural: 'plants' } },
};
const job = (image: string): Draft => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'planted', namespace: 'bizflow-api' },
  spec: { template: { spec: { containers: [{ name: 'one', image }] } } },
});

const immutable: readonly Planted[] = [
  {
    rule: 'dangers/immutable',
    what: 'another selector of a Rollout',
    newer: withObject(/services\/api\/rollout-api\.yaml$/, (draft) => {
      draft.spec.selector.matchLabels['app.kubernetes.io/name'] = 'other';
    }),
  },
  {
    rule: 'dangers/immutable',
    what: 'another template of a Job',
    older: withNew('services/api', job('one')),
    newer: withNew('services/api', job('other')),
  },
  {
    rule: 'dangers/immutable',
    what: 'another role of a RoleBinding',
    newer: withObject(/rolebinding-otel-edge-resolver\.yaml$/, (draft) => {
      draft.roleRef.name = 'other';
    }),
  },
  {
    rule: 'dangers/immutable',
    what: 'another value of a PriorityClass',
    newer: withObject(/priorityclass-bizflow-critical\.yaml$/, (draft) => {
      draft.value += 1;
    }),
  },
  {
    rule: 'dangers/emptied',
    what: 'a map of a custom resource that loses its last member',
    newer: withObject(/nodepool-.*\.yaml$/, (draft) => {
      draft.spec.limits = {};
    }),
  },
  {
    rule: 'dangers/immutable',
    what: 'another name of a web ACL in AWS',
    newer: withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.name = 'other';
    }),
  },
  {
    rule: 'dangers/immutable',
    what: 'another scope of a definition',
    older: withNew('platform/telemetry', definition),
    newer: withNew('platform/telemetry', {
      ...definition,
      spec: { ...definition.spec, scope: 'Cluster' },
    }),
  },
  {
    rule: 'dangers/immutable',
    what: 'other data of a frozen ConfigMap',
    older: withObject(/configmap-aws-logging\.yaml$/, (draft) => {
      draft.immutable = true;
    }),
    newer: withObject(/configmap-aws-logging\.yaml$/, (draft) => {
      Object.assign(draft, { immutable: true, data: { other: 'value' } });
    }),
  },
];

const pruned: readonly Planted[] = [
  {
    rule: 'dangers/pruned-with-others',
    what: 'a namespace that goes',
    newer: withoutObject(/platform\/telemetry\/namespace-observability\.yaml$/),
  },
  {
    rule: 'dangers/pruned-with-others',
    what: 'a definition that goes',
    older: withNew('platform/telemetry', definition),
    newer: (side) => side,
  },
  {
    rule: 'dangers/pruned-with-others',
    what: 'a web ACL that goes',
    newer: withoutObject(/webacl-.*\.yaml$/),
  },
  {
    rule: 'dangers/pruned-with-others',
    what: 'an Ingress that goes',
    newer: withoutObject(/services\/api\/ingress-api\.yaml$/),
  },
  {
    rule: 'dangers/host-unanswered',
    what: 'an Ingress that answers another host instead',
    newer: withObject(/services\/api\/ingress-api\.yaml$/, (draft) => {
      draft.spec.rules[0].host = 'other.example.com';
    }),
  },
  {
    rule: 'dangers/name-unresolved',
    what: 'a name that no record answers any more',
    newer: unchanged,
    older: withNewResource(
      'aws_route53_record',
      { name: 'planted.example.com', type: 'A' },
      'environments/production/global',
    ),
  },
  {
    rule: 'dangers/pruned',
    what: 'a Service that goes',
    newer: withoutObject(/services\/api\/service-api-pong\.yaml$/),
  },
  {
    rule: 'dangers/orphaned',
    what: 'the folder of a service that goes',
    newer: withoutObject(/services\/whatsapp-worker\/.*\.yaml$/),
  },
  {
    rule: 'dangers/application',
    what: 'an Application with a finalizer that goes',
    newer: withoutObject(/application-karpenter\.yaml$/),
  },
  {
    rule: 'dangers/finalizer',
    what: 'an Application without its finalizer',
    newer: withObject(/application-karpenter\.yaml$/, (draft) => {
      delete draft.metadata.finalizers;
    }),
  },
  {
    rule: 'dangers/prune-protection',
    what: 'a namespace that is pruned without a question',
    newer: withObject(/platform\/telemetry\/namespace-observability\.yaml$/, (draft) => {
      delete draft.metadata.annotations['argocd.argoproj.io/sync-options'];
    }),
  },
  {
    rule: 'dangers/prune-protection',
    what: 'a namespace without any annotation any more',
    newer: withObject(/platform\/telemetry\/namespace-observability\.yaml$/, (draft) => {
      delete draft.metadata.annotations;
    }),
  },
  {
    rule: 'dangers/moved',
    what: 'an object that moves to another namespace',
    older: withNew('platform/telemetry', account('observability')),
    newer: withNew('platform/telemetry', account('elsewhere')),
  },
];

const terraform: readonly Planted[] = [
  {
    rule: 'dangers/data-replaced',
    what: 'another administrator of a database',
    newer: withResource('aws_db_instance', (draft) => {
      draft.username = 'other';
    }),
  },
  {
    rule: 'dangers/replaced',
    what: 'another block of a subnet',
    newer: withResource('aws_subnet', (draft) => {
      draft.cidr_block = '10.99.0.0/24';
    }),
  },
  {
    rule: 'dangers/replaced-with-another',
    what: 'another block of a VPC, whose id subnets name',
    newer: withResource('aws_vpc', (draft) => {
      draft.cidr_block = '10.99.0.0/16';
    }),
  },
  {
    rule: 'dangers/destroyed',
    what: 'a NAT gateway that goes',
    newer: withoutResource('aws_nat_gateway'),
  },
  {
    rule: 'dangers/protection-off',
    what: 'a database that can be deleted',
    newer: withResource('aws_db_instance', (draft) => {
      draft.deletion_protection = false;
    }),
  },
  {
    rule: 'dangers/root-order',
    what: 'a role that one root makes and the trust of another root names',
    newer: all(
      withNewResource('aws_iam_role', {
        name: 'planted',
        arn: 'arn:aws:iam::999999999999:role/planted',
      }),
      withNewResource(
        'aws_iam_role',
        {
          name: 'follower',
          assume_role_policy:
            '{"Statement":[{"Principal":{"AWS":"arn:aws:iam::999999999999:role/planted"}}]}',
        },
        'environments/production/global',
      ),
    ),
  },
  {
    rule: 'dangers/root-order-removal',
    what: 'a database that goes while its replica looks for it',
    newer: withoutResource('aws_db_instance', `environments/production/${standby.database.source}`),
    also: ['data/deleted'],
  },
  {
    rule: 'dangers/scan-gate',
    what: 'images with critical findings may be pinned',
    newer: withFacts((draft) => {
      draft.imagePolicies.production.tolerates = 'CRITICAL';
    }),
  },
  {
    rule: 'dangers/scan-gate',
    what: 'images that nothing has scanned may be pinned',
    newer: withFacts((draft) => {
      draft.imagePolicies.production.withoutScan = 'accept';
    }),
  },
  {
    rule: 'dangers/right-goes-first',
    what: 'the right to remove functions that goes with the last function',
    older: all(
      withNewResource('aws_lambda_function', { function_name: 'planted' }),
      withNewResource(
        'aws_iam_role_policy',
        {
          role: 'bizflow-production-github-apply',
          policy:
            '{"Statement":[{"Effect":"Allow","Action":"lambda:DeleteFunction","Resource":"*"}]}',
        },
        'environments/production/access',
      ),
    ),
    newer: (side) => side,
  },
];

/** Dangers. */
export const dangerPlants: readonly Planted[] = [
  ...immutable,
  ...pruned,
  ...terraform,
  {
    rule: 'dangers/wave-deadlock',
    what: 'an object in an earlier wave than its namespace',
    newer: withNew('platform/telemetry', namespace('planted', '5'), account('planted')),
  },
  {
    rule: 'dangers/placeholder',
    what: 'an assigned value that is still an example',
    older: withFacts((draft) => {
      Object.assign(draft.assigned.clusters[place].prometheusWorkspace, { placeholder: false });
    }),
    newer: (side) => side,
  },
];
