export {
  type Attribution,
  allBy,
  allByHand,
  attributed,
  unattributed,
  withHand,
} from './causes.ts';
export { type Change, changeOf, readSides, type Side } from './change.ts';
export { fieldChanges } from './difference/field.ts';
export { objectIn } from './difference/objects.ts';
export { effectsOf } from './effects.ts';
export { markdownOf } from './report/markdown.ts';
export { type Causes, type ChangedFact, exitCode, type Report, reportOf } from './report/report.ts';
export { textOf } from './report/text.ts';
export { ruleJsonAcl, webAclOf } from './security/web-acl.ts';
