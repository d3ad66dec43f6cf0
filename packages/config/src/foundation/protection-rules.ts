import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** Where there are users, no apply deletes a database, nor leaves none of its data behind. */
export const protectionRules = ({
  environments,
  foundations,
}: Pick<Fleet, 'environments' | 'foundations'>): readonly Problem[] =>
  environments.flatMap(({ name, approval }) =>
    unless(!approval || foundations[name]?.deletionProtection !== false, {
      code: 'DATABASE_UNPROTECTED',
      at: `foundations.${name}.deletionProtection`,
      value: false,
      reason:
        'lets one apply delete the databases, caches and firewalls of users, without a final snapshot',
      remedy:
        'write true; a region whose data may go is retired step by step: npx nx generate @bizflow/generator:retire-region',
    }),
  );
