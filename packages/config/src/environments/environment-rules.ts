import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Environment } from './environments.ts';

// RFC 1123 labels, at least two, as Route 53 wants a public zone.
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

// git-check-ref-format, as far as a branch of this project needs it.
const branch = /^[A-Za-z0-9][\w./-]{0,99}$/;

const repository = /^(https:\/\/|ssh:\/\/git@)[^\s/]+\/\S+\.git$/;

/** No environment answers in another's zone or follows another's branch, and Git can be found. */
export const environmentRules = (fleet: Fleet): readonly Problem[] => [
  ...fleet.environments.flatMap((environment) => ownNames(environment, fleet)),
  ...unless(repository.test(fleet.repository), {
    code: 'REPOSITORY_URL',
    at: 'repository',
    value: fleet.repository,
    reason: 'must be a Git URL over HTTPS or SSH',
    remedy: 'write it like https://github.com/bizflow/platform.git',
  }),
];

const ownNames = (environment: Environment, { environments }: Fleet): readonly Problem[] => {
  const at = `environments.${environment.name}`;
  const first = (field: 'zone' | 'branch') =>
    environments.find((other) => other[field] === environment[field]) === environment;
  return [
    ...unless(domain.test(environment.zone), {
      code: 'ENVIRONMENT_ZONE',
      at: `${at}.zone`,
      value: environment.zone,
      reason: 'is not a DNS zone (RFC 1123)',
      remedy: 'write it like bizflow.app, in lower case',
    }),
    ...unless(first('zone'), {
      code: 'ENVIRONMENT_ZONE_TWICE',
      at: `${at}.zone`,
      value: environment.zone,
      reason: "is another environment's zone, so both would publish the same names",
      remedy: 'give each environment its own zone',
    }),
    ...unless(branch.test(environment.branch), {
      code: 'ENVIRONMENT_BRANCH',
      at: `${at}.branch`,
      value: environment.branch,
      reason: 'is not a branch name',
      remedy: 'name the branch that Argo CD pulls',
    }),
    ...unless(first('branch'), {
      code: 'ENVIRONMENT_BRANCH_TWICE',
      at: `${at}.branch`,
      value: environment.branch,
      reason: "is another environment's branch, so one push would release to both",
      remedy: 'give each environment its own branch',
    }),
  ];
};
