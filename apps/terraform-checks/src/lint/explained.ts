import { type Problem, problem } from '@bizflow/kernel';

/** What a linter objects to. */
export interface Finding {
  /** The linter's rule: `CKV_AWS_111`, `terraform_unused_declarations`. */
  readonly id: string;
  /** Folder and resource, or file and line where a rule is not about a resource. */
  readonly at: string;
  readonly message: string;
}

/** An accepted finding, with the reason and the page that explains it. */
export interface Explained {
  readonly id: string;
  /** The `at` of the finding; `*` at the end matches any rest. */
  readonly at: string;
  readonly reason: string;
  readonly decision: string;
}

const covers = (known: Explained, { id, at }: Finding): boolean =>
  known.id === id &&
  (known.at.endsWith('*') ? at.startsWith(known.at.slice(0, -1)) : at === known.at);

/** Findings that no one explained, explanations that nothing needs, and pages that are not there. */
export const lintRules = (
  findings: readonly Finding[],
  explained: readonly Explained[],
  pageExists: (page: string) => boolean,
): readonly Problem[] => [
  ...findings
    .filter((finding) => !explained.some((known) => covers(known, finding)))
    .map(({ id, at, message }) =>
      problem({
        ...{ code: 'FINDING', at, value: id, reason: message },
        remedy: 'fix the finding, or explain it in explained-findings.json',
      }),
    ),
  ...explained
    .filter((known) => !findings.some((finding) => covers(known, finding)))
    .map(({ id, at }) =>
      problem({
        ...{ code: 'FINDING_STALE', at, value: id },
        ...{ reason: 'is no longer found', remedy: 'delete the entry' },
      }),
    ),
  ...explained
    .filter(({ decision }) => !pageExists(decision))
    .map(({ id, at, decision }) =>
      problem({
        code: 'DECISION_MISSING',
        at: `${id} ${at}`,
        value: decision,
        reason: 'does not exist',
        remedy: 'write the page, or name another one',
      }),
    ),
  ...explained
    .filter(({ reason }) => reason.trim() === '')
    .map(({ id, at }) =>
      problem({
        code: 'REASON_MISSING',
        at,
        value: id,
        reason: 'is empty',
        remedy: 'write why the finding is accepted',
      }),
    ),
];
