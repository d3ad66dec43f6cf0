import { standby } from '@bizflow/config/testing';
import {
  all,
  type Draft,
  type Plants,
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

const immutable: Plants = {
  'dangers/immutable': {
    'another selector of a Rollout': withObject(/services\/api\/rollout-api\.yaml$/, (draft) => {
      draft.spec.selector.matchLabels['app.kubernetes.io/name'] = 'other';
    }),
    'another template of a Job': {
      older: withNew('services/api', job('one')),
      newer: withNew('services/api', job('other')),
    },
    'another role of a RoleBinding': withObject(
      /rolebinding-otel-edge-resolver\.yaml$/,
      (draft) => {
        draft.roleRef.name = 'other';
      },
    ),
    'another value of a PriorityClass': withObject(
      /priorityclass-bizflow-critical\.yaml$/,
      (draft) => {
        draft.value += 1;
      },
    ),
    'another name of a web ACL in AWS': withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.name = 'other';
    }),
    'another scope of a definition': {
      older: withNew('platform/telemetry', definition),
      newer: withNew('platform/telemetry', {
        ...definition,
        spec: { ...definition.spec, scope: 'Cluster' },
      }),
    },
    'other data of a frozen ConfigMap': {
      older: withObject(/configmap-aws-logging\.yaml$/, (draft) => {
        draft.immutable = true;
      }),
      newer: withObject(/configmap-aws-logging\.yaml$/, (draft) => {
        Object.assign(draft, { immutable: true, data: { other: 'value' } });
      }),
    },
  },
  'dangers/emptied': {
    'a map of a custom resource that loses its last member': withObject(
      /nodepool-.*\.yaml$/,
      (draft) => {
        draft.spec.limits = {};
      },
    ),
  },
};

const pruned: Plants = {
  'dangers/pruned-with-others': {
    'a namespace that goes': withoutObject(/platform\/telemetry\/namespace-observability\.yaml$/),
    'a definition that goes': {
      older: withNew('platform/telemetry', definition),
      newer: (side) => side,
    },
    'a web ACL that goes': withoutObject(/webacl-.*\.yaml$/),
    'an Ingress that goes': withoutObject(/services\/api\/ingress-api\.yaml$/),
  },
  'dangers/host-unanswered': {
    'an Ingress that answers another host instead': withObject(
      /services\/api\/ingress-api\.yaml$/,
      (draft) => {
        draft.spec.rules[0].host = 'other.example.com';
      },
    ),
  },
  'dangers/name-unresolved': {
    'a name that no record answers any more': {
      newer: unchanged,
      older: withNewResource(
        'aws_route53_record',
        { name: 'planted.example.com', type: 'A' },
        'environments/production/global',
      ),
    },
  },
  'dangers/pruned': {
    'a Service that goes': withoutObject(/services\/api\/service-api-pong\.yaml$/),
  },
  'dangers/orphaned': {
    'the folder of a service that goes': withoutObject(/services\/whatsapp-worker\/.*\.yaml$/),
  },
  'dangers/application': {
    'an Application with a finalizer that goes': withoutObject(/application-karpenter\.yaml$/),
  },
  'dangers/finalizer': {
    'an Application without its finalizer': withObject(/application-karpenter\.yaml$/, (draft) => {
      delete draft.metadata.finalizers;
    }),
  },
  'dangers/prune-protection': {
    'a namespace that is pruned without a question': withObject(
      /platform\/telemetry\/namespace-observability\.yaml$/,
      (draft) => {
        delete draft.metadata.annotations['argocd.argoproj.io/sync-options'];
      },
    ),
    'a namespace without any annotation any more': withObject(
      /platform\/telemetry\/namespace-observability\.yaml$/,
      (draft) => {
        delete draft.metadata.annotations;
      },
    ),
  },
  'dangers/moved': {
    'an object that moves to another namespace': {
      older: withNew('platform/telemetry', account('observability')),
      newer: withNew('platform/telemetry', account('elsewhere')),
    },
  },
};

const terraform: Plants = {
  'dangers/data-replaced': {
    'another administrator of a database': withResource('aws_db_instance', (draft) => {
      draft.username = 'other';
    }),
  },
  'dangers/replaced': {
    'another block of a subnet': withResource('aws_subnet', (draft) => {
      draft.cidr_block = '10.99.0.0/24';
    }),
  },
  'dangers/replaced-with-another': {
    'another block of a VPC, whose id subnets name': withResource('aws_vpc', (draft) => {
      draft.cidr_block = '10.99.0.0/16';
    }),
  },
  'dangers/destroyed': {
    'a NAT gateway that goes': withoutResource('aws_nat_gateway'),
  },
  'dangers/protection-off': {
    'a database that can be deleted': withResource('aws_db_instance', (draft) => {
      draft.deletion_protection = false;
    }),
  },
  'dangers/root-order': {
    'a role that one root makes and the trust of another root names': all(
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
  'dangers/root-order-removal': {
    'a database that goes while its replica looks for it': {
      newer: withoutResource(
        'aws_db_instance',
        `environments/production/${standby.database.source}`,
      ),
      also: ['data/deleted'],
    },
  },
  'dangers/scan-gate': {
    'images with critical findings may be pinned': withFacts((draft) => {
      draft.imagePolicies.production.tolerates = 'CRITICAL';
    }),
    'images that nothing has scanned may be pinned': withFacts((draft) => {
      draft.imagePolicies.production.withoutScan = 'accept';
    }),
  },
  'dangers/right-goes-first': {
    'the right to remove functions that goes with the last function': {
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
  },
};

/** Dangers. */
export const dangerPlants: Plants = {
  ...immutable,
  ...pruned,
  ...terraform,
  'dangers/wave-deadlock': {
    'an object in an earlier wave than its namespace': withNew(
      'platform/telemetry',
      namespace('planted', '5'),
      account('planted'),
    ),
  },
  'dangers/placeholder': {
    'an assigned value that is still an example': {
      older: withFacts((draft) => {
        Object.assign(draft.assigned.clusters[place].prometheusWorkspace, { placeholder: false });
      }),
      newer: (side) => side,
    },
  },
};
