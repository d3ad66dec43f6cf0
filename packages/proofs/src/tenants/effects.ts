import type { Statement } from './statements.ts';

/** What a statement does to who sees which rows. */
export type Effect =
  | { readonly kind: 'security'; readonly relation: string; readonly action: string }
  | {
      readonly kind: 'policy';
      readonly relation: string;
      readonly name: string;
      readonly says: string;
    }
  | { readonly kind: 'no policy'; readonly relation: string; readonly name: string }
  | { readonly kind: 'role'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'owner'; readonly relation: string; readonly name: string }
  | {
      readonly kind: 'grant';
      readonly privileges: readonly string[];
      readonly relation: string;
      readonly to: string;
    }
  | { readonly kind: 'member'; readonly of: string; readonly to: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** What a statement was found to do, and under which conditions. */
export type Done = Effect & Statement;

/** What a file of SQL was found to do, one statement after the other. */
export type Effects = readonly Done[];

type Reader = (parts: Readonly<Record<string, string>>) => readonly Effect[];

const relation = '(?<relation>"\\w+"\\."\\w+"|%1\\$s)';
const none: Reader = () => [{ kind: 'none' }];

/** Of a statement whose parts are the members of its effect. */
const as =
  (kind: Effect['kind']): Reader =>
  (parts) => [{ kind, ...parts } as Effect];

/** How each statement is spelt that the migration may have. Any other is unknown, and a problem. */
const spellings: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      `^ALTER TABLE ${relation} (?<actions>(?:(?:NO )?(?:ENABLE|DISABLE|FORCE) ROW LEVEL SECURITY(?:, )?)+)$`,
    ),
    ({ relation = '', actions = '' }) =>
      actions.split(', ').map((action) => ({ kind: 'security', relation, action })),
  ],
  [new RegExp(`^ALTER TABLE ${relation} OWNER TO "?(?<name>\\w+)"?$`), as('owner')],
  [new RegExp(`^ALTER TABLE ${relation} ADD (?:UNIQUE|FOREIGN KEY) \\(`), none],
  [new RegExp(`^DROP POLICY IF EXISTS (?<name>\\w+) ON ${relation}$`), as('no policy')],
  [new RegExp(`^CREATE POLICY (?<name>\\w+) ON ${relation} (?<says>.+)$`), as('policy')],
  [/^(?:CREATE|ALTER) ROLE "(?<name>\w+)" (?<attributes>.+)$/, as('role')],
  [
    new RegExp(`^GRANT (?<privileges>[A-Z, ]+) ON TABLE ${relation} TO (?<to>"?\\w+"?)$`),
    ({ privileges = '', relation = '', to = '' }) => [
      { kind: 'grant', privileges: privileges.split(', '), relation, to: to.replaceAll('"', '') },
    ],
  ],
  [/^GRANT "?(?<of>\w+)"? TO "?(?<to>\w+)"?$/, as('member')],
  [/^REVOKE /, none],
  [/^EXECUTE format\((?:E?'REVOKE |'GRANT USAGE ON SEQUENCE %1\$s TO )/, none],
  [/^GRANT USAGE ON SCHEMA "\w+" TO "\w+"$/, none],
  [/^ALTER VIEW "\w+"\."\w+" SET \(security_invoker = true\)$/, none],
  // Of the migration itself: its turn, its ledger and its audit, which has no rights but its caller's.
  [/^(?:BEGIN|COMMIT|RETURN)$|^SET LOCAL |^SELECT pg_advisory_xact_lock\(|^RAISE /, none],
  [/^CREATE (?:SCHEMA|TABLE) IF NOT EXISTS bizflow_platform\b/, none],
  [/^CREATE OR REPLACE FUNCTION bizflow_platform\.\w+\(\) .* SECURITY INVOKER /, none],
  [/^INSERT INTO bizflow_platform\.|^SELECT string_agg\(|^(?:part|findings) text$/, none],
];

/** What each statement does, in order, with the conditions under which it does. */
export const effectsOf = (statements: readonly Statement[]): Effects =>
  statements.flatMap((statement) => {
    for (const [spelling, read] of spellings) {
      const found = spelling.exec(statement.text);
      if (found) return read(found.groups ?? {}).map((effect) => ({ ...effect, ...statement }));
    }
    return [{ kind: 'unknown' as const, ...statement }];
  });
