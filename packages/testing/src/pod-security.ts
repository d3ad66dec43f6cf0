import { join } from 'node:path';
import { goProgram } from './go-program.ts';

// Kubernetes' own module, in the version that its go.mod pins.
const program = goProgram(join(import.meta.dirname, 'pod-security'));

/** Why pods cannot be compared on this machine; `undefined` where they can. */
export const whyNoPodSecurity = program.missing;

/** The strictest level that admits each pod, as the API server decides it. */
export const podSecurityLevels = (pods: readonly unknown[]): readonly string[] =>
  program.ask([], pods) as readonly string[];
