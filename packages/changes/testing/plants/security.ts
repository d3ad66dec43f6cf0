import {
  type Draft,
  gone,
  type Planted,
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
export const securityPlants: readonly Planted[] = [
  {
    rule: 'security/permission-gained',
    what: 'an action more in the policy of a role',
    newer: withResource(
      'aws_iam_role_policy',
      policy((document) => document.Statement.push(statement('s3:DeleteObject'))),
    ),
  },
  {
    rule: 'security/permission-lost',
    what: 'a policy without its statements',
    newer: withResource(
      'aws_iam_role_policy',
      policy((document) => {
        document.Statement = [];
      }),
    ),
  },
  {
    rule: 'security/permission-lost',
    what: 'a Deny, which decides over what allows',
    newer: withResource(
      'aws_iam_role_policy',
      policy((document) =>
        document.Statement.push({ ...document.Statement[0], Effect: 'Deny', Condition: undefined }),
      ),
    ),
  },
  {
    rule: 'security/resource-policy',
    what: 'a bucket that anyone may read',
    newer: withResource(
      'aws_s3_bucket_policy',
      policy((document) => {
        document.Statement = [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }];
      }),
    ),
  },
  {
    rule: 'security/trust',
    what: 'a role that another account may take',
    newer: withResource('aws_iam_role', (draft) => {
      const principal = { AWS: 'arn:aws:iam::999999999999:root' };
      draft.assume_role_policy = JSON.stringify({
        Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
      });
    }),
  },
  {
    rule: 'security/secret',
    what: 'a value of a secret that is no longer written',
    newer: withoutResource('aws_secretsmanager_secret_version'),
  },
  {
    rule: 'security/secret',
    what: 'a secret that a cluster takes from elsewhere',
    newer: withObject(/services\/api\/externalsecret-api\.yaml$/, (draft) => {
      draft.spec.data[0].remoteRef.key = 'elsewhere';
    }),
  },
  {
    rule: 'security/network-path',
    what: 'a database that no group lets in',
    newer: withResource('aws_db_instance', (draft) => {
      draft.vpc_security_group_ids = [];
    }),
  },
  {
    rule: 'security/group-rule',
    what: 'a port that is open to the world',
    newer: withNewResource('aws_vpc_security_group_ingress_rule', {
      ...{ security_group_id: 'planted', cidr_ipv4: '0.0.0.0/0', ip_protocol: 'tcp' },
      ...{ from_port: 22, to_port: 22 },
    }),
  },
  {
    rule: 'security/pod-path',
    what: 'a NetworkPolicy that goes',
    newer: withoutObject(/services\/api\/networkpolicy-allow-database\.yaml$/),
  },
  {
    rule: 'security/pod-path',
    what: 'a namespace whose default is open',
    newer: withObject(/services\/api\/networkpolicy-default-deny\.yaml$/, (draft) => {
      draft.spec.policyTypes = ['Ingress'];
      draft.spec.ingress = [{}];
    }),
  },
  {
    rule: 'security/admission',
    what: 'a policy of admission that refuses nothing',
    newer: withObject(/validatingadmissionpolicy-bizflow-images\.yaml$/, (draft) => {
      draft.spec.validations = [];
    }),
  },
  {
    rule: 'security/admission',
    what: 'a namespace whose pods may be privileged',
    newer: withObject(/services\/api\/namespace-bizflow-api\.yaml$/, (draft) => {
      draft.metadata.labels['pod-security.kubernetes.io/enforce'] = 'privileged';
    }),
  },
  {
    rule: 'security/project',
    what: 'a project that may deploy anywhere',
    newer: withObject(/appproject-workloads\.yaml$/, (draft) => {
      draft.spec.destinations = [{ namespace: '*', server: '*' }];
    }),
  },
  {
    rule: 'security/rbac',
    what: 'a verb more in a Role',
    newer: withObject(role, (draft) => draft.rules[0].verbs.push('delete')),
  },
  {
    rule: 'security/rbac',
    what: 'a new ClusterRoleBinding',
    newer: withNew('platform/telemetry', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'planted' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
      subjects: [{ kind: 'Group', name: 'strangers' }],
    }),
  },
  {
    rule: 'security/waf',
    what: 'a web ACL without its rule of paths of admins',
    newer: withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.rules = draft.spec.rules.filter(({ name }: Draft) => name !== 'path-admin');
    }),
  },
  {
    rule: 'security/waf',
    what: 'a web ACL in Terraform that goes',
    newer: withResource('aws_wafv2_web_acl', () => gone),
  },
  {
    rule: 'security/waf-field',
    what: 'a metric of a web ACL with another name',
    newer: withObject(/webacl-.*\.yaml$/, (draft) => {
      draft.spec.visibilityConfig.metricName = 'other';
    }),
  },
  {
    rule: 'security/entry',
    what: 'a load balancer that others reach',
    newer: withObject(/ingressclassparams-.*\.yaml$/, (draft) => {
      draft.spec.scheme = draft.spec.scheme === 'internal' ? 'internet-facing' : 'internal';
    }),
  },
  {
    rule: 'security/packet-policy',
    what: 'another port of a NetworkPolicy',
    newer: withObject(/services\/api\/networkpolicy-allow-database\.yaml$/, (draft) => {
      draft.spec.egress[0].ports[0].port = 1;
    }),
  },
  {
    rule: 'security/firewall',
    what: 'a domain that the firewall lets out',
    newer: withResource('aws_networkfirewall_rule_group', (draft) => {
      draft.capacity = 'planted';
      draft.rule_group = [{ rules_source: [] }];
    }),
  },
  {
    rule: 'security/image-policy',
    what: 'only images with low findings may be pinned',
    newer: withFacts((draft) => {
      draft.imagePolicies.production.tolerates = 'LOW';
    }),
  },
  {
    rule: 'security/identity',
    what: 'a ServiceAccount whose pods get a token',
    newer: withObject(/services\/api\/serviceaccount-.*\.yaml$/, (draft) => {
      draft.automountServiceAccountToken = true;
    }),
  },
];
