import { type Problem, unless } from '@bizflow/kernel';
import { collectors } from '../tracing/collectors.ts';
import { argoCd } from './argo-cd.ts';
import { controllers } from './controllers.ts';
import { platformAccounts } from './identities.ts';
import { policyController } from './policy-controller.ts';

interface Account {
  readonly namespace: string;
  readonly serviceAccount: string;
}

interface Placed {
  readonly name: string;
  readonly namespace: string;
}

/**
 * The accounts that add-ons of EKS bring themselves, by the names of ours (EKS user guide, "Amazon EKS add-ons"; CloudWatch
 * user guide, "Container Insights"). Pods of another name would have no role.
 */
const ofAddOns: Readonly<Record<string, string>> = {
  'aws-node': 'kube-system/aws-node',
  'cloudwatch-agent': 'amazon-cloudwatch/cloudwatch-agent',
};

/** Has a namespace of its own name: no chart of ours installs it. */
const signatures: Placed = { name: policyController.name, namespace: policyController.name };

/** Accounts are where their programs run, none is another's, and controllers have names of their own. */
export const accountRules = (
  accounts: Readonly<Record<string, Account>> = platformAccounts,
  charted: readonly Placed[] = controllers,
  own: readonly Placed[] = [signatures],
): readonly Problem[] => [
  ...own.flatMap(({ name }) =>
    unless(Object.hasOwn(accounts, name), {
      code: 'ACCOUNT_MISSING',
      at: 'platform.policyController.name',
      value: name,
      reason: 'has no ServiceAccount with an IAM role, so that it could not read signatures',
      remedy: 'write the name that it has in packages/config/src/platform/identities.ts',
    }),
  ),
  ...Object.entries(accounts).flatMap(([name, account]) => [
    ...elsewhere(name, account, [...charted, ...own]),
    ...shared(name, account, accounts),
    ...brought(name, account),
  ]),
  ...charted.flatMap(({ name }, index) =>
    unless(charted.findIndex((other) => other.name === name) === index, {
      code: 'CONTROLLER_TWICE',
      at: `platform.controllers[${index}].name`,
      value: name,
      reason: 'is already the name of another controller',
      remedy: 'give each controller its own name',
    }),
  ),
];

/** Where a program runs, as another fact says it. */
const homeOf = (name: string, programs: readonly Placed[]): string | undefined => {
  if (name.startsWith('otel-')) return collectors.namespace;
  if (name.startsWith('argo-cd-')) return argoCd.namespace;
  return programs.find((program) => program.name === name)?.namespace;
};

const elsewhere = (
  name: string,
  { namespace }: Account,
  programs: readonly Placed[],
): readonly Problem[] => {
  const home = homeOf(name, programs);
  return unless(home === undefined || home === namespace, {
    code: 'ACCOUNT_NAMESPACE',
    at: `platform.platformAccounts.${name}.namespace`,
    value: namespace,
    reason: `is not where ${name} runs, ${home}: its role would trust a ServiceAccount that is not there`,
    remedy: `write '${home}' in both places`,
  });
};

const brought = (name: string, { namespace, serviceAccount }: Account): readonly Problem[] => {
  const own = `${namespace}/${serviceAccount}`;
  const real = ofAddOns[name] ?? own;
  return unless(real === own, {
    code: 'ACCOUNT_ADD_ON',
    at: `platform.platformAccounts.${name}`,
    value: own,
    reason: `is not the ServiceAccount that its add-on of EKS brings, ${real}: its pods would have no role`,
    remedy: `write the namespace and the serviceAccount of ${real}`,
  });
};

const shared = (
  name: string,
  own: Account,
  accounts: Readonly<Record<string, Account>>,
): readonly Problem[] => {
  const [first] = Object.entries(accounts).filter(
    ([, other]) => other.namespace === own.namespace && other.serviceAccount === own.serviceAccount,
  );
  return unless(first?.[0] === name, {
    code: 'ACCOUNT_SHARED',
    at: `platform.platformAccounts.${name}.serviceAccount`,
    value: `${own.namespace}/${own.serviceAccount}`,
    reason: `is already the account of ${first?.[0]}: each would have the other's rights`,
    remedy: 'give each program its own ServiceAccount',
  });
};
