import { apiHost } from '../../names/hosts.ts';
import { aws, bucketPairs, rowsDigest, rowsIn, rowsOut, terraform } from '../commands.ts';
import type { Places, Stage, Wait } from '../stage.ts';

const globalRoot = ({ from }: Places): string =>
  `terraform -chdir=terraform/environments/${from.environment.name}/global apply`;

/** The page answers the people, so that nothing of theirs changes while the last of it is copied. */
export const hold: Stage = {
  title: 'Hold',
  acts: (places) => {
    const { move, from, to, fleet } = places;
    const lead = {
      what: 'Lead the public names of the people to the page.',
      commands: [globalRoot(places)],
    };
    const [pair] = to === null ? [] : bucketPairs(from, to);
    if (move.data.by !== 'rows' || pair === undefined) return [lead];
    return [
      lead,
      {
        what: 'Ten minutes later, write the last rows, wait for them in the other bucket, and read them, each in the VPC of its region.',
        commands: [
          ...rowsOut(fleet.tenancy, pair.from, move.id),
          `aws s3 sync s3://${pair.from} s3://${pair.to}`,
          ...rowsIn(fleet.tenancy, pair.to, move.id),
        ],
      },
    ];
  },
  waits: ({ move, from, fleet }) => [
    {
      id: 'page-shown',
      what: 'From a country of the move, the API answers with the page',
      command: `curl --silent --output /dev/null --write-out '%{http_code}' https://${apiHost(from.environment)}${from.region.dns.healthCheck.path}`,
      prints: '503',
      by: 'platform',
    },
    ...(move.data.by === 'rows'
      ? [
          {
            id: 'rows-equal',
            what: 'Their rows are equal in both regions, and were so ten minutes ago: the same with TO_URL',
            command: rowsDigest(fleet.tenancy, 'FROM_URL'),
            prints: 'the same lines four times',
            by: 'platform' as const,
          },
        ]
      : []),
  ],
};

/** The public names lead to the new place. */
export const movePeople: Stage = {
  title: 'Move the people',
  acts: (places) => [
    {
      what:
        places.move.kind === 'standby'
          ? 'Lead the names of a lost region to its new standby.'
          : 'Lead the public names of the people to the new region.',
      commands: [
        globalRoot(places),
        ...(places.to === null ? [] : [terraform(places.from, 'apply')]),
      ],
    },
  ],
  waits: ({ move, to }) =>
    to === null ? [] : move.kind === 'standby' ? [watched(to)] : [answered(to), kept(to)],
};

const watched = (to: NonNullable<Places['to']>): Wait => ({
  id: 'drilled',
  what: `The runbook of a lost region was played as a rehearsal towards ${to.region.id}`,
  command: null,
  prints: 'the log of the rehearsal',
  by: 'platform',
});

const answered = (to: NonNullable<Places['to']>): Wait => ({
  id: 'people-answered',
  what: `Requests arrive in ${to.region.id}, and their error ratio is that of any other day`,
  command: aws(to, `cloudwatch get-dashboard --dashboard-name ${to.name}-application`),
  prints: 'the dashboard of the services, an hour after the move',
  by: 'release-approvers',
});

const kept = (to: NonNullable<Places['to']>): Wait => ({
  id: 'backed-up',
  what: `${to.region.id} has a backup of its own with the people's rows in it`,
  command: aws(
    to,
    `backup list-recovery-points-by-backup-vault --backup-vault-name ${to.name} --query "RecoveryPoints[?Status=='COMPLETED'] | length(@)"`,
  ),
  prints: 'more than 0, from after the move',
  by: 'platform',
});
