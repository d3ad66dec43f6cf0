export { contains, dotted, isAligned, merged, overlaps, parseCidr } from './cidr.ts';
export { cut } from './concealed.ts';
export { counted } from './counted.ts';
export { isDay, notADay } from './day.ts';
export { freeze } from './freeze.ts';
export { inOrder } from './in-order.ts';
export { type LabelSelector, type Labels, matchesLabels } from './label-selector.ts';
export { once, onceForBoth, onceForText } from './once.ts';
export { child, isObject, unescaped, valueAt } from './pointer.ts';
export { privateRanges } from './private-ranges.ts';
export {
  type Fault,
  inJson,
  type Problem,
  problem,
  unless,
  warning,
  warnUnless,
} from './problem.ts';
export { problemLines, valued } from './problem-lines.ts';
export { shortDigest, shorten } from './shorten.ts';
