import { fault, type Problem } from '@bizflow/region-catalog';

/** What a linter objects to. */
export interface Finding {
  /** The linter's rule: `CKV_AWS_111`, `terraform_unused_declarations`. */
  readonly id: string;
  /** Folder and resource, or file and line where a rule is not about a resource. */
  readonly at: string;
  readonly message: string;
}

/** A finding that stands, with the reason and the page that explains it. */
export interface Explained {
  readonly id: string;
  /** The `at` of the finding; `*` at the end stands for any rest. */
  readonly at: string;
  readonly reason: string;
  readonly decision: string;
}

const covers = (known: Explained, { id, at }: Finding): boolean =>
  known.id === id &&
  (known.at.endsWith('*') ? at.startsWith(known.at.slice(0, -1)) : at === known.at);

/** Findings that no one explained, explanations that nothing needs, and pages that are not there. */
export const lintProblems = (
  findings: readonly Finding[],
  explained: readonly Explained[],
  pageExists: (page: string) => boolean,
): readonly Problem[] => [
  ...findings
    .filter((finding) => !explained.some((known) => covers(known, finding)))
    .map(({ id, at, message }) =>
      fault('FINDING', at, id, message, 'mend it, or explain it in explained-findings.json'),
    ),
  ...explained
    .filter((known) => !findings.some((finding) => covers(known, finding)))
    .map(({ id, at }) => fault('FINDING_STALE', at, id, 'is found no longer', 'drop the entry')),
  ...explained
    .filter(({ decision }) => !pageExists(decision))
    .map(({ id, at, decision }) =>
      fault('DECISION_MISSING', `${id} ${at}`, decision, 'is no page', 'write it, or name another'),
    ),
  ...explained
    .filter(({ reason }) => reason.trim() === '')
    .map(({ id, at }) => fault('REASON_MISSING', at, id, 'says nothing', 'say why it stands')),
];
