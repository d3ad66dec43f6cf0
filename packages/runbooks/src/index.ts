export { type RunbookFile, runbookFiles, runbooks, runbooksFolder } from './files.ts';
export type { Condition, Loss, Runbook, Step } from './runbook.ts';
