import {
  type Draft,
  gone,
  type Plants,
  withFacts,
  withNew,
  withNewResource,
  withObject,
  withoutObject,
  withoutResource,
  withResource,
} from '../planted.ts';

const role = /platform\/telemetry\/role-otel-edge-resolver\.yaml$/;
const statement = (action: string) => ({ Effect: 'Allow', Action: [action], Resource: ['*'] });

const policy =
  (change: (document: Draft) => unknown) =>
  (draft: Draft): void => {
    const document = JSON.parse(draft.policy);
    change(document);
    draft.policy = JSON.stringify(document);
  };

/** Effects on security. */
export const securityPlants: Plants = {
  'security/permission-gained': {
    'an action more in the policy of a role': withResource(
      'aws_iam_role_policy',
      policy((document) => document.Statement.push(statement('s3:DeleteObject'))),
    ),
  },
  'security/permission-lost': {
    'a policy without its statements': withResource(
      'aws_iam_role_policy',
      policy((document) => {
        document.Statement = [];
      }),
    ),
    'a Deny, which decides over what allows': withResource(
      'aws_iam_role_policy',
      policy((document) =>
        document.Statement.push({ ...document.Statement[0], Effect: 'Deny', Condition: undefined }),
      ),
    ),
  },
  'security/resource-policy': {
    'a bucket that anyone may read': withResource(
      'aws_s3_bucket_policy',
      policy((document) => {
        document.Statement = [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }];
      }),
    ),
  },
  'security/trust': {
    'a role that another account may take': withResource('aws_iam_role', (draft) => {
      const principal = { AWS: 'arn:aws:iam::999999999999:root' };
      draft.assume_role_policy = JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
      });
    }),
  },
  'security/secret': {
    'a value of a secret that is no longer written': withoutResource(
      'aws_secretsmanager_secret_version',
    ),
    'a secret that a cluster takes from elsewhere': withObject(
      /services\/api\/externalsecret-api\.yaml$/,
      (draft) => {
        draft.spec.data[0].remoteRef.key = 'elsewhere';
      },
    ),
  },
  'security/network-path': {
    'a database that no group lets in': withResource('aws_db_instance', (draft) => {
      draft.vpc_security_group_ids = [];
    }),
  },
  'security/group-rule': {
    'a port that is open to the world': withNewResource('aws_vpc_security_group_ingress_rule', {
      ...{ security_group_id: 'planted', cidr_ipv4: '0.0.0.0/0', ip_protocol: 'tcp' },
      ...{ from_port: 22, to_port: 22 },
    }),
  },
  'security/pod-path': {
    'a NetworkPolicy that goes': withoutObject(
      /services\/api\/networkpolicy-allow-database\.yaml$/,
    ),
    'a namespace whose default is open': withObject(
      /services\/api\/networkpolicy-default-deny\.yaml$/,
      (draft) => {
        draft.spec.policyTypes = ['Ingress'];
        draft.spec.ingress = [{}];
      },
    ),
  },
  'security/admission': {
    'a policy of admission that refuses nothing': withObject(
      /validatingadmissionpolicy-bizflow-images\.yaml$/,
      (draft) => {
        draft.spec.validations = [];
      },
    ),
    'a namespace whose pods may be privileged': withObject(
      /services\/api\/namespace-bizflow-api\.yaml$/,
      (draft) => {
        draft.metadata.labels['pod-security.kubernetes.io/enforce'] = 'privileged';
      },
    ),
  },
  'security/project': {
    'a project that may deploy anywhere': withObject(/appproject-workloads\.yaml$/, (draft) => {
      draft.spec.destinations = [{ namespace: '*', server: '*' }];
    }),
  },
  'security/rbac': {
    'a verb more in a Role': withObject(role, (draft) => draft.rules[0].verbs.push('delete')),
    'a new ClusterRoleBinding': withNew('platform/telemetry', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'planted' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
      subjects: [{ kind: 'Group', name: 'strangers' }],
    }),
  },
  'security/waf': {
    'a web ACL without its rule of paths of admins': withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.rules = draft.spec.rules.filter(({ name }: Draft) => name !== 'path-admin');
    }),
    'a web ACL in Terraform that goes': withResource('aws_wafv2_web_acl', () => gone),
  },
  'security/waf-field': {
    'a metric of a web ACL with another name': withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.visibilityConfig.metricName = 'other';
    }),
  },
  'security/entry': {
    'a load balancer that others reach': withObject(/ingressclassparams-.*\.yaml$/, (draft) => {
      draft.spec.scheme = draft.spec.scheme === 'internal' ? 'internet-facing' : 'internal';
    }),
  },
  'security/packet-policy': {
    'another port of a NetworkPolicy': withObject(
      /services\/api\/networkpolicy-allow-database\.yaml$/,
      (draft) => {
        draft.spec.egress[0].ports[0].port = 1;
      },
    ),
  },
  'security/firewall': {
    'a domain that the firewall lets out': withResource(
      'aws_networkfirewall_rule_group',
      (draft) => {
        draft.capacity = 'planted';
        draft.rule_group = [{ rules_source: [] }];
      },
    ),
  },
  'security/image-policy': {
    'only images with low findings may be pinned': withFacts((draft) => {
      draft.imagePolicies.production.tolerates = 'LOW';
    }),
  },
  'security/identity': {
    'a ServiceAccount whose pods get a token': withObject(
      /services\/api\/serviceaccount-.*\.yaml$/,
      (draft) => {
        draft.automountServiceAccountToken = true;
      },
    ),
  },
};
