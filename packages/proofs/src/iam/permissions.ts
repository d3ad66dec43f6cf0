import { accountTypes, callTables, terraformAccess } from '@bizflow/config/permissions';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { builders } from './any-resource.ts';
import { callRules } from './calls/call-rules.ts';
import { pipelineRules } from './pipeline-rules.ts';
import { podRules, takenRoles } from './pod-rules.ts';
import { regionRules } from './region-rules.ts';
import { everyRequest, tableRules } from './requests/every-request.ts';
import { negationRules } from './requests/negation-rules.ts';
import { requestRules } from './requests/request-rules.ts';
import { policiesOf } from './requests/resource-policies.ts';
import { anyResourceRules, passRoleRules, wideActionRules } from './role-rules.ts';
import { boundedRolesOf, type Role } from './roles.ts';
import { accountNeeds, terraformRules } from './terraform/terraform-rules.ts';

const isBuilder = ({ name }: Role): boolean => builders.some(({ role }) => role.test(name));

/** What each role may do, by IAM's own evaluation of its policies. */
export const permissions = (rendered: RenderedFleet): Proof => {
  const { fleet, plans, planned, manifests } = rendered;
  const everyRole = boundedRolesOf(plans);
  const roles = everyRole.filter((role) => !isBuilder(role));
  const regions = Object.keys(fleet.catalog);
  const [region = ''] = regions;
  const taken = takenRoles(manifests);
  const requests = plans.flatMap(everyRequest);
  const [table = {}] = planned.map(({ cluster }) => callTables(fleet, cluster));
  const calls = Object.values(table).reduce((sum, one) => sum + one.calls.length, 0);
  const inRegions = fleet.environments
    .filter(({ sites }) => sites === 'catalog')
    .flatMap(({ name }) => regionRules(roles, name, regions));
  return proofOf('permissions', 'every role may do what it must, in its own region, and no more', {
    problems: [
      ...wideActionRules(everyRole),
      ...anyResourceRules(roles),
      ...passRoleRules(everyRole),
      ...inRegions,
      ...pipelineRules(everyRole, region),
      ...terraformRules(accountNeeds(rendered), everyRole),
      ...podRules(roles, taken),
      ...negationRules(plans.flatMap(policiesOf)),
      ...requestRules(requests),
      ...plans.flatMap(tableRules),
      ...planned.flatMap((at) =>
        callRules(
          everyRole.filter(({ root }) => root === at.plan.root),
          callTables(fleet, at.cluster),
          at,
        ),
      ),
    ],
    witness: [
      `${everyRole.length} roles of ${plans.length} roots name their actions and resources`,
      `${taken.length} roles of pods trust one service account each`,
      `${Object.keys(table).length} programs of each cluster may make their ${calls} calls, and no others`,
      `${requests.length} requests are answered as they must be, of buckets, keys, messages, secrets, vaults, images, logs and endpoints`,
      `GitHub's roles of ${Object.keys(accountTypes).length} accounts may do what Terraform asks for ${Object.keys(terraformAccess).length} types, no more, and stay below their ceiling`,
      `no role of one of ${regions.length} regions reads, changes or destroys what another one holds`,
    ],
  });
};
