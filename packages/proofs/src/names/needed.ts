/** A kind of thing that a cluster's manifests find by its name alone. */
export type NameKind =
  | 'cluster'
  | 'discovery tag'
  | 'log group'
  | 'repository'
  | 'role'
  | 'secret'
  | 'security group'
  | 'VPC'
  | 'web ACL';

/** A name that a file of `gitops/` counts on. */
export interface NeededName {
  readonly kind: NameKind;
  readonly name: string;
  readonly file: string;
}

/** How each kind is spelt in manifests, the values of charts included. */
const spellings: readonly (readonly [NameKind, RegExp])[] = [
  ['role', /\barn:aws:iam::\d{12}:role\/([\w/-]+)/g],
  ['role', /^\s*role: (bizflow-[\w-]+)$/gm],
  ['secret', /^\s*key: (bizflow\/[\w/-]+)$/gm],
  ['web ACL', /^\s*wafv2AclName: (\S+)$/gm],
  ['VPC', /^\s*vpcTags:\s+Name: (\S+)$/gm],
  ['cluster', /^\s*clusterName: (\S+)$/gm],
  ['discovery tag', /karpenter\.sh\/discovery: (\S+)$/gm],
  ['log group', /^\s*log_group_name:? (\S+)$/gm],
  ['security group', /^\s*alb\.ingress\.kubernetes\.io\/security-groups: (\S+)$/gm],
  ['security group', /^\s*securityGroups:\s+- (bizflow-\S+)$/gm],
  ['repository', /\b(\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com\/[\w/-]+)@/g],
];

/** The names that a file counts on, each once. */
export const neededNames = (file: string, text: string): readonly NeededName[] => {
  const found = spellings.flatMap(([kind, spelling]) =>
    [...text.matchAll(spelling)].map(([, name = '']) => ({ kind, name, file })),
  );
  return [...new Map(found.map((one) => [`${one.kind} ${one.name}`, one])).values()];
};

/** Web ACLs that a cluster makes itself, so that Terraform need not. */
export const ownWebAcls = (text: string): readonly string[] =>
  /^kind: WebACL$/m.test(text)
    ? [...text.matchAll(/^ {2}name: (\S+)$/gm)].flatMap(([, n = '']) => n)
    : [];
