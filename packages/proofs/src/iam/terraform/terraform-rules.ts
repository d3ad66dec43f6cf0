import type { AccountName } from '@bizflow/config/assigned';
import { accountTypes, leavingTypes } from '@bizflow/config/permissions';
import { type Problem, problem } from '@bizflow/kernel';
import type { Plan } from '@bizflow/terraform-plan';
import type { RenderedFleet } from '../../rendered-fleet.ts';
import type { Role } from '../roles.ts';
import { beyondRules, lackRules, passRules } from './apply-rules.ts';
import { boundaryRules, ceilingRules, quotaRules } from './ceiling-rules.ts';
import { type Contained, containedIn, goneFrom } from './contained.ts';
import { type Need, needsOf } from './needs.ts';
import { typeRules } from './type-rules.ts';

const uses = ['plan', 'propose', 'apply'] as const;
const names: readonly AccountName[] = ['production', 'staging', 'delivery'];

/** What an account's roots contain, and what Terraform asks of AWS for it. */
export interface AccountNeeds {
  readonly name: AccountName;
  readonly account: string;
  readonly contained: readonly Contained[];
  /** What they do not contain now, and may have to remove or to make. */
  readonly gone: readonly Contained[];
  readonly needs: readonly Need[];
}

/** The needs of each account. */
export const accountNeeds = (
  { fleet, plans, planned, tree }: Pick<RenderedFleet, 'fleet' | 'plans' | 'planned' | 'tree'>,
  leaving: readonly string[] = leavingTypes,
): readonly AccountNeeds[] =>
  names.map((name) => {
    const account = fleet.assigned.accounts[name].value;
    const isHere = ({ place }: Plan): boolean => place.account === account;
    const contained = plans.filter(isHere).flatMap((plan) => containedIn(plan, tree));
    const gone = planned
      .map(({ plan }) => plan)
      .filter(isHere)
      .flatMap((plan) => goneFrom(plan, tree, accountTypes[name], leaving));
    return { name, account, contained, gone, needs: needsOfAll([...contained, ...gone]) };
  });

/** GitHub's roles may do what Terraform asks for the roots of their account, no more, and stay what they are. */
export const terraformRules = (
  accounts: readonly AccountNeeds[],
  roles: readonly Role[],
): readonly Problem[] => [
  ...boundaryRules(roles),
  ...quotaRules(roles),
  ...accounts.flatMap((one) => {
    const { name, account, needs } = one;
    const here = roles.filter(({ place }) => place.account === account);
    return [
      ...typeRules(one, leavingTypes),
      ...uses.flatMap((use) => {
        const role = here.find((one) => one.name === `bizflow-${name}-github-${use}`);
        return role === undefined ? roleMissing(name, use) : roleRules(role, needs, here);
      }),
    ];
  }),
];

/** What one of GitHub's roles may do, beside the roles of its account. */
export const roleRules = (
  role: Role,
  needs: readonly Need[],
  here: readonly Role[],
): readonly Problem[] => {
  // A person applies the root that makes these roles, so that no role needs to be able to.
  const others = needs.filter(({ root }) => root !== role.root);
  return [
    ...lackRules(role, role.name.endsWith('-apply') ? others : needs),
    ...beyondRules(role, needs),
    ...passRules(role, others, here),
    ...ceilingRules(role),
  ];
};

const roleMissing = (name: AccountName, use: string): readonly Problem[] => [
  problem({
    code: 'GITHUB_ROLE_MISSING',
    at: name,
    value: `bizflow-${name}-github-${use}`,
    reason: 'no root of the account makes the role that a workflow takes',
    remedy: "render the account's root for access",
  }),
];

// A root makes a hundred subnets and asks the same of AWS for each.
const needsOfAll = (all: readonly Contained[]): readonly Need[] => [
  ...new Map(all.flatMap(needsOf).map((need) => [JSON.stringify(need), need])).values(),
];
