import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { actingAs } from '../../harness/acting-as.ts';
import type { ApiServer } from '../../harness/api-server.ts';
import { type Running, start } from '../../harness/processes.ts';
import type { Run } from '../../harness/run.ts';

/** Credentials that open nothing, and no question to an instance's metadata. */
const cloud = {
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** A collector with one of the rendered configurations, as the service account that it has in a cluster. */
export const collector =
  (name: string, account: string, config: object) =>
  (run: Run, server: ApiServer): Running => {
    const file = join(server.folder, `${name}.yaml`);
    writeFileSync(file, JSON.stringify(config, null, 2));
    const kubeConfig = actingAs(server, name, `observability:${account}`);
    return run.keep(
      start(server.folder, name, 'collector', [`--config=file:${file}`], {
        ...cloud,
        KUBECONFIG: kubeConfig,
      }),
    );
  };
