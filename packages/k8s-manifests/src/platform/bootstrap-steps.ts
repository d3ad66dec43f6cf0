import { argoCd, controllers } from '@bizflow/config/platform';
import { components, pipelineAccess } from './components.ts';

/** Something that the root Application applies, by name, and what must be healthy before. */
export interface BootstrapStep {
  readonly name: string;
  readonly after: readonly string[];
}

/** What services may count on: every controller, and every component that does not wait for them. */
const foundation: readonly BootstrapStep[] = [
  { name: argoCd.definitions.name, after: [] },
  ...controllers,
  ...components,
];

/** Everything that waits, in any cluster: services and tenants come after their whole foundation. */
export const bootstrapSteps: readonly BootstrapStep[] = [
  ...foundation,
  pipelineAccess,
  ...['services', 'tenants'].map((name) => ({ name, after: foundation.map((one) => one.name) })),
];
