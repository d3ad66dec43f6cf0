import { type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { show } from './show.ts';

// RFC 1123 labels, at least two, as Route 53 wants a public zone.
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

// git-check-ref-format, as far as a branch of this project needs it.
const branch = /^[A-Za-z0-9][\w./-]{0,99}$/;

const repository = /^(https:\/\/|ssh:\/\/git@)[^\s/]+\/\S+\.git$/;

/** No environment answers in another's zone or follows another's branch, and Git can be found. */
export const environments = (fleet: Fleet): readonly Problem[] => [
  ...fleet.environments.flatMap((environment, index) => {
    const at = `environments.${environment.name}`;
    const first = (field: 'zone' | 'branch') =>
      fleet.environments.findIndex((other) => other[field] === environment[field]) === index;
    return [
      ...unless(
        domain.test(environment.zone),
        'ENVIRONMENT_ZONE',
        `${at}.zone`,
        show(environment.zone),
        'is no DNS zone (RFC 1123)',
        'write it like bizflow.app, in lower case',
      ),
      ...unless(
        first('zone'),
        'ENVIRONMENT_ZONE_TWICE',
        `${at}.zone`,
        show(environment.zone),
        "is another environment's zone, so both would publish the same names",
        'give each environment its own zone',
      ),
      ...unless(
        branch.test(environment.branch),
        'ENVIRONMENT_BRANCH',
        `${at}.branch`,
        show(environment.branch),
        'is no branch name',
        'name the branch that Argo CD pulls',
      ),
      ...unless(
        first('branch'),
        'ENVIRONMENT_BRANCH_TWICE',
        `${at}.branch`,
        show(environment.branch),
        "is another environment's branch, so one push would release to both",
        'give each environment its own branch',
      ),
    ];
  }),
  ...unless(
    repository.test(fleet.repository),
    'REPOSITORY_URL',
    'repository',
    show(fleet.repository),
    'is no Git URL over HTTPS or SSH',
    'write it like https://github.com/bizflow/platform.git',
  ),
];
