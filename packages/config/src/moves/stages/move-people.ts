import { aws, globalRoot, terraform } from '../commands.ts';
import type { Places, Stage, Wait } from '../stage.ts';

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
