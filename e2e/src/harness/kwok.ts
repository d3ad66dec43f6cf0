import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiServer } from './api-server.ts';
import { kubeConfigFile } from './credentials.ts';
import { type Running, start } from './processes.ts';
import type { Run } from './run.ts';
import { stages } from './stages.ts';

/** Plays the kubelets of all nodes: pods run at once, and jobs are done, except for the broken image. */
export function kwok(run: Run, { folder }: ApiServer): Running {
  const config = join(folder, 'stages.yaml');
  // YAML reads JSON, and so does kwok.
  writeFileSync(config, stages.map((one) => JSON.stringify(one)).join('\n---\n'));
  return run.keep(
    start(folder, 'kwok', 'kwok', [
      `--kubeconfig=${kubeConfigFile(folder)}`,
      `--config=${config}`,
      '--manage-all-nodes=true',
      // Leases are the heartbeat, without which nodes and their pods turn unready after a minute.
      '--node-lease-duration-seconds=40',
      '--server-address=',
    ]),
  );
}
