export { changeOf, type Side } from './change.ts';
export { fieldChanges } from './difference/field.ts';
export { effectsOf } from './effects.ts';
export { markdownOf } from './report/markdown.ts';
export { type Causes, type ChangedFact, exitCode, type Report, reportOf } from './report/report.ts';
export { textOf } from './report/text.ts';
