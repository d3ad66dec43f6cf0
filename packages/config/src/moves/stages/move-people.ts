import { regionDashboardName } from '../../names/index.ts';
import { aws, globalRoot, terraform } from '../commands.ts';
import { objectsCopied, objectsMissing } from '../objects.ts';
import type { Act, Places, Stage, Wait } from '../stage.ts';

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
        globalRoot(places.from),
        ...(places.to === null ? [] : [terraform(places.from, 'apply')]),
      ],
    },
    ...(places.move.kind === 'standby' && places.to !== null ? [older(places, places.to)] : []),
  ],
  waits: ({ move, from, to }) => {
    if (to === null) return [];
    return move.kind === 'standby'
      ? [followed({ move, from }, to), watched(to)]
      : [answered(to), kept(to)];
  },
};

const older = ({ move, from }: Places, to: NonNullable<Places['to']>): Act => ({
  what: 'Copy the existing objects: replication copies new ones.',
  commands: objectsCopied(from, to, move),
});

const followed = (
  { move, from }: Pick<Places, 'move' | 'from'>,
  to: NonNullable<Places['to']>,
): Wait => ({
  id: 'objects-copied',
  what: `The objects of ${from.region.id} are in ${to.region.id}, and new ones follow`,
  command: objectsMissing(from, to, move),
  prints: 'nothing, or only what was written in the last minutes',
  by: 'platform',
});

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
  command: aws(to, `cloudwatch get-dashboard --dashboard-name ${regionDashboardName(to)}`),
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
