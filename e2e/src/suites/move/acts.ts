import type { Act } from '@bizflow/config/moves';
import { argoNamespace } from '../../harness/argo-cd.ts';
import type { ControlPlane } from '../../harness/control-plane.ts';
import { shell } from '../sync/shell.ts';

/** The commands of a step that are for a cluster; those of Terraform, AWS and databases are not. */
export const commandsFor = (acts: readonly Act[], context: string): readonly string[] =>
  acts
    .flatMap(({ commands }) => commands)
    .filter((command) => command.startsWith(`kubectl --context ${context} `))
    .map((command) => command.replaceAll(`--context ${context} `, '--context e2e '));

/** Does what people do in a cluster at a step, with the commands as they are written but for the name of the context. */
export async function carriedOut(plane: ControlPlane, commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    console.log(`      ${command}`);
    await shell(plane, plane.server.folder, command);
    await obeyed(plane);
  }
}

const controller = 'argocd-application-controller';

/** Argo CD's processes run beside the cluster: scaling their workload down ends them. */
async function obeyed(plane: ControlPlane): Promise<void> {
  const sets = await plane.api.list('apps/v1', 'StatefulSet', argoNamespace);
  const own = sets.find(({ metadata }) => metadata.name.endsWith(controller));
  if (own?.spec.replicas === 0) await plane.end(controller);
}
