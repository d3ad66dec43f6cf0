export { contains, isAligned, merged, overlaps, parseCidr } from './cidr.ts';
export { freeze } from './freeze.ts';
export { inOrder } from './in-order.ts';
export { type LabelSelector, type Labels, matchesLabels } from './label-selector.ts';
export { once, onceForBoth, onceForText } from './once.ts';
export { child, isObject, valueAt } from './pointer.ts';
export { privateRanges } from './private-ranges.ts';
export { type Fault, type Problem, problem, unless, warning } from './problem.ts';
export { shorten } from './shorten.ts';
