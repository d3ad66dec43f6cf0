import { exitCode, markdownOf, type Report, textOf } from '@bizflow/changes';
import { problem } from '@bizflow/kernel';
import { refuse } from '../error.ts';

export { plannedChange } from './planned-change.ts';

/** The form in which a report is asked for; text for a terminal without any. */
export interface Form {
  readonly json: boolean;
  readonly markdown: boolean;
}

/** Refuses two forms at once: one report is printed. */
export const oneForm = ({ json, markdown }: Form): void =>
  refuse(
    json && markdown
      ? [
          problem({
            code: 'FORM_TWICE',
            at: '--json and --markdown',
            value: 'both',
            reason: 'are two forms of one report, and the command prints one',
            remedy: 'choose one of them',
          }),
        ]
      : [],
  );

/** What the command prints, and what it ends with. */
export const printed = (
  report: Report,
  { json, markdown }: Form,
): { readonly text: string; readonly code: 0 | 1 | 2 } => ({
  text: json ? JSON.stringify(report) : markdown ? markdownOf(report) : textOf(report).join('\n'),
  code: exitCode(report),
});
