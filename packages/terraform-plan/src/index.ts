export { evaluate } from './expression/evaluate.ts';
export { parseExpression } from './expression/parse.ts';
export type { Scope } from './expression/scope.ts';
export {
  asJson,
  asText,
  isList,
  isObject,
  isUnknown,
  texts,
  unknown,
  type Value,
  type Values,
} from './expression/value.ts';
export { type Block, bodies, type ModuleSource } from './hcl/module-source.ts';
export { type Texts, type Tree, treeOf } from './hcl/read.ts';
export { UnreadableSource } from './hcl/unreadable-source.ts';
export { resolved, resourceMeta } from './plan/bodies.ts';
export { conform } from './plan/conform.ts';
export { type Place, secretNameIn } from './plan/known-attributes.ts';
export { managed, ofType } from './plan/managed.ts';
export { type Plan, planOf } from './plan/plan.ts';
export type { ModuleCall, Resource } from './plan/resource.ts';
export { variableType } from './plan/variables.ts';
