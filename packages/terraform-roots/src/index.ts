export { environmentsFolder } from './folders.ts';
export type { CloudFrontAcl } from './global/cdn.ts';
export { observabilityRules } from './observability/observability.ts';
export type { OriginAcl } from './root-file.ts';
export { rootOrder } from './root-order.ts';
export { type Root, roots } from './roots.ts';
export { stages } from './stages.ts';
