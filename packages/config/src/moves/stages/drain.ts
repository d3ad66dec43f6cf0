import { endsItsRegion } from '@bizflow/region-catalog/moves';
import { argoCd } from '../../platform/argo-cd.ts';
import { aws, kubectl } from '../commands.ts';
import { objectsErased } from '../objects.ts';
import { rowsErased } from '../rows.ts';
import type { Places, Stage } from '../stage.ts';

/** The old region answers no people any more: its services go, or the rows of those who left. */
export const drain: Stage = {
  title: 'Drain',
  acts: (places) => (endsItsRegion(places.move) ? emptied(places) : erased(places)),
  waits: ({ move, from }) => [
    {
      id: 'kept-elsewhere',
      what: 'Data protection has confirmed that nothing of these people need stay in the old region, and for how long its final snapshots are kept',
      command: null,
      prints: 'the ticket of data protection',
      by: 'data-protection',
    },
    ...(endsItsRegion(move)
      ? [
          {
            id: 'no-load-balancers',
            what: `No load balancer is left in ${from.region.id}: what controllers created outlives them, and Terraform does not know it`,
            command: aws(from, 'elbv2 describe-load-balancers --query "length(LoadBalancers)"'),
            prints: '0',
            by: 'platform' as const,
          },
        ]
      : [
          {
            id: 'rows-erased',
            what: `No row and no object of the people is left in ${from.region.id}`,
            command: null,
            prints: 'the log of the commands above',
            by: 'data-protection' as const,
          },
        ]),
  ],
};

// A folder that disappears deletes nothing (docs/decisions/0002), so a person does. The sets stay: without a folder they
// make nothing, and with one of them Kubernetes would collect its Applications, and leave what they brought.
const emptied = ({ from }: Places) => {
  const inArgoCd = (words: string) => kubectl(from, `--namespace ${argoCd.namespace} ${words}`);
  return [
    {
      what: 'When the Application root has synced the commit, refresh the ApplicationSets: they find no folder in Git any more.',
      commands: [
        inArgoCd(
          'annotate --overwrite applicationsets.argoproj.io services tenants argocd.argoproj.io/application-set-refresh=true',
        ),
      ],
    },
    {
      what: 'Delete the Applications of services and tenants with all their objects. Their namespaces wait for a confirmation, which is the time of the deletion (decision 0052).',
      commands: [
        `${inArgoCd('get applications.argoproj.io --output name')} | grep -E '/(service|tenant)-' | while read -r one; do ${taken(inArgoCd).join(' && ')}; done`,
      ],
    },
    {
      what: 'Stop Argo CD, which would recreate what is deleted next.',
      commands: [inArgoCd('scale statefulsets.apps --all --replicas 0')],
    },
    {
      what: 'Delete every other Ingress, also that of Argo CD itself, and wait until the load balancers are gone.',
      commands: [kubectl(from, 'delete ingresses.networking.k8s.io --all --all-namespaces')],
    },
    {
      what: 'Remove the nodes that Karpenter created.',
      commands: [kubectl(from, 'delete nodepools.karpenter.sh --all')],
    },
  ];
};

/** Deletes one Application and what it brought, and waits for that; the API server's clock confirms it, and no other. */
const taken = (inArgoCd: (words: string) => string): readonly string[] => [
  inArgoCd(
    `patch "$one" --type merge --patch '{"metadata":{"finalizers":["resources-finalizer.argocd.argoproj.io"]}}'`,
  ),
  inArgoCd('delete "$one" --wait=false'),
  inArgoCd(
    `annotate "$one" argocd.argoproj.io/deletion-approved="$(${inArgoCd(`get "$one" --output jsonpath='{.metadata.deletionTimestamp}'`)})"`,
  ),
  inArgoCd('wait "$one" --for=delete --timeout=15m'),
];

const erased = ({ from, fleet }: Places) => [
  {
    what: 'Erase the rows of the tenants in tenants.txt, in a shell in the VPC of the region.',
    commands: rowsErased(fleet.tenancy, 'FROM_URL'),
  },
  {
    what: 'Delete their objects; older versions expire by the rules of the bucket.',
    commands: objectsErased(from),
  },
  {
    what: 'Backups keep them until they expire; data protection decides whether that is soon enough.',
    commands: [
      aws(from, `backup list-recovery-points-by-backup-vault --backup-vault-name ${from.name}`),
    ],
  },
];
