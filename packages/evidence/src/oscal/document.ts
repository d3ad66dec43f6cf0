import type { RegulationCode } from '@bizflow/region-catalog';
import { teams } from '../answer.ts';
import { documentId, idOf } from './ids.ts';

/** The version of OSCAL that the pinned compliance-trestle reads. */
const oscalVersion = '1.2.1';

/** Names of our own in OSCAL, and what they mean: docs/decisions/0082. */
export const nameSpace = 'https://github.com/bizflow/platform/docs/evidence';

/** A document of OSCAL without its date: the caller knows when it was last modified. */
export type Undated = (lastModified: string) => Readonly<Record<string, unknown>>;

/** A document under its id, title, owners and date (RFC 3339). */
export const document = (
  kind: 'catalog' | 'component-definition',
  law: RegulationCode,
  title: string,
  content: Readonly<Record<string, unknown>>,
): Undated => {
  const uuid = documentId([kind, law, title, content]);
  return (lastModified) => ({
    [kind]: {
      uuid,
      metadata: {
        title,
        'last-modified': lastModified,
        version: uuid.slice(0, 8),
        'oscal-version': oscalVersion,
        roles: teams.map((team) => ({ id: team, title: `Answers for ${team.replace('-', ' ')}` })),
        parties: teams.map((team) => ({
          uuid: idOf('party', team),
          type: 'organization',
          name: `@bizflow/${team}`,
        })),
        'responsible-parties': teams.map((team) => ({
          'role-id': team,
          'party-uuids': [idOf('party', team)],
        })),
      },
      ...content,
    },
  });
};
