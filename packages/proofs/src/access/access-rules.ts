import type { Cluster } from '@bizflow/config';
import { groupInToken } from '@bizflow/config/names';
import { platformIdentities } from '@bizflow/config/platform';
import { type GroupName, groups } from '@bizflow/config/sign-on';
import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import { serviceAccountIn } from '../iam/pod-rules.ts';
import type { PlannedCluster } from '../rendered-fleet.ts';
import { entriesOf, takeable } from './entries.ts';
import { type Named, namedIn } from './named.ts';

/** The files of `gitops/` by their path. */
type Manifests = Readonly<Record<string, string>>;

const remedies: Readonly<Record<Named['kind'], string>> = {
  'group of Argo CD': 'name a group of packages/config/src/sign-on/groups.ts by groupInToken',
  'role of Argo CD': 'make a group a member of the role, or remove its rights',
  Group: "give an EKS access entry this group, in the cluster's Terraform",
  User: "give an EKS access entry this user name, in the cluster's Terraform",
  ServiceAccount:
    'render the ServiceAccount, or list it in packages/config/src/platform/identities.ts',
};

/** Names of a cluster's files by which no one can come in. */
const noOneComesAs = (
  { cluster, plan }: PlannedCluster,
  manifests: Manifests,
): readonly Problem[] => {
  const own = Object.entries(manifests).filter(([file]) =>
    file.startsWith(`gitops/${cluster.id}/`),
  );
  const known = waysInto(cluster, plan, own);
  return own
    .flatMap(([file, text]) => namedIn(file, text))
    .filter(({ kind, name }) => !known[kind].has(name))
    .map(({ kind, name, file }) =>
      problem({
        code: 'NO_WAY_IN',
        at: file,
        value: name,
        reason: `is a ${kind} with rights, and no one can sign in as it`,
        remedy: remedies[kind],
      }),
    );
};

type Known = Readonly<Record<Named['kind'], ReadonlySet<string>>>;

const waysInto = (
  cluster: Cluster,
  plan: Plan,
  own: readonly (readonly [string, string])[],
): Known => {
  const entries = entriesOf(plan);
  const names = Object.keys(groups) as GroupName[];
  return {
    'group of Argo CD': new Set(names.map((group) => groupInToken(cluster, group))),
    'role of Argo CD': new Set(),
    Group: new Set(entries.flatMap((entry) => entry.groups)),
    User: new Set(entries.map(({ user }) => user)),
    ServiceAccount: new Set([
      ...platformIdentities.map(
        ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`,
      ),
      ...own.map(([, text]) => serviceAccountIn(text).join('/')),
    ]),
  };
};

/** Access entries of roles that cannot be taken. */
const entriesForNoOne = (plans: readonly Plan[]): readonly Problem[] => {
  const roles = takeable(plans);
  return plans
    .flatMap(entriesOf)
    .filter(({ principal }) => !roles.has(principal))
    .map(({ root, principal }) =>
      problem({
        code: 'NO_WAY_IN',
        at: root,
        value: principal,
        reason:
          'has an access entry in the cluster, and no root creates a role of this name that can be assumed',
        remedy:
          'create the role, and those that its trust policy names; or remove the access entry',
      }),
    );
};

/** Each name that has rights, and each role that is let in, can be used. */
export const accessRules = (
  planned: readonly PlannedCluster[],
  manifests: Manifests,
  plans: readonly Plan[],
): readonly Problem[] => [
  ...planned.flatMap((one) => noOneComesAs(one, manifests)),
  ...entriesForNoOne(plans),
];
