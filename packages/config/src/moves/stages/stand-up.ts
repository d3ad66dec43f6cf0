import { accessRoot } from '../../order/root-paths.ts';
import { argoCd } from '../../platform/argo-cd.ts';
import { aws, kubectl, terraform } from '../commands.ts';
import type { Stage } from '../stage.ts';

/** The new region stands: its roots are applied, and Argo CD has brought the platform into its cluster. */
export const standUp: Stage = {
  title: 'Stand up',
  acts: ({ to }) =>
    to === null
      ? []
      : [
          {
            what: 'Apply what GitHub may do, each in its account: it acts in no region that these do not name.',
            commands: [to.environment.name, 'delivery' as const].map(
              (account) => `terraform -chdir=terraform/environments/${accessRoot(account)} apply`,
            ),
          },
          {
            what: 'Apply the roots in the order of docs/foundation.md, and copy what AWS assigns into assigned.ts.',
            commands: [terraform(to, 'init'), terraform(to, 'apply')],
          },
          {
            what: 'Install Argo CD, as docs/foundation.md says.',
            commands: [],
          },
        ],
  waits: ({ to }) =>
    to === null
      ? []
      : [
          {
            id: 'borders',
            what: 'Data protection has confirmed every border that the move crosses, and who is told',
            command: null,
            prints: 'the ticket of data protection',
            by: 'data-protection',
          },
          {
            id: 'roots-applied',
            what: `Terraform has nothing left to do in ${to.region.id}`,
            command: terraform(to, 'plan -detailed-exitcode'),
            prints: 'No changes, exit code 0',
            by: 'platform',
          },
          {
            id: 'platform-healthy',
            what: `Argo CD of ${to.region.id} has synced its platform`,
            command: kubectl(to, `--namespace ${argoCd.namespace} get applications.argoproj.io`),
            prints: 'Synced and Healthy in every line',
            by: 'platform',
          },
          {
            id: 'machines',
            what: 'The quota of virtual CPUs covers the nodes of the region that people leave',
            command: aws(
              to,
              'service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --query Quota.Value',
            ),
            prints: 'at least the value of the other region',
            by: 'platform',
          },
        ],
};
