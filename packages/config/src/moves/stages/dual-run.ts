import { loadBalancerHost } from '../../names/hosts.ts';
import { kubectl } from '../commands.ts';
import type { Stage } from '../stage.ts';

/** Services run at both ends; people are answered by the old one. */
export const dualRun: Stage = {
  title: 'Run in both',
  acts: () => [
    {
      what: 'Promote the running versions into the new region, and sign in there as a tenant of the tests.',
      commands: [],
    },
  ],
  waits: ({ to }) =>
    to === null
      ? []
      : [
          {
            id: 'answers',
            what: `${to.region.id} answers its health check`,
            command: `curl --fail --silent --show-error https://${loadBalancerHost(to)}${to.region.dns.healthCheck.path}`,
            prints: 'an answer without an error',
            by: 'platform',
          },
          {
            id: 'same-versions',
            what: 'The same versions run in both regions, and are healthy',
            command: kubectl(to, 'get rollouts.argoproj.io --all-namespaces'),
            prints: 'as many ready as desired, in the versions of images.lock.json',
            by: 'release-approvers',
          },
          {
            id: 'people-told',
            what: 'The people were told when they will see the page, and that they sign in again',
            command: null,
            prints: 'the ticket of support',
            by: 'release-approvers',
          },
        ],
};
