import { exitCode, markdownOf, type Report, textOf } from '@bizflow/changes';

export { plannedChange } from './planned-change.ts';

/** The form in which a report is asked for; text for a terminal without any. */
export interface Form {
  readonly json: boolean;
  readonly markdown: boolean;
}

/** What the command prints, and what it ends with. */
export const printed = (
  report: Report,
  { json, markdown }: Form,
): { readonly text: string; readonly code: 0 | 1 | 2 } => ({
  text: json ? JSON.stringify(report) : markdown ? markdownOf(report) : textOf(report).join('\n'),
  code: exitCode(report),
});
