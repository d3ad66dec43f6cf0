import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiServer } from './api-server.ts';

/**
 * Writes the administrator's way in, from which the API server takes every right but those of a service account, given
 * as `<namespace>:<name>`. Gives the file.
 */
export function actingAs({ config, folder }: ApiServer, program: string, account: string): string {
  const {
    clusters,
    users,
    contexts,
    'current-context': current,
  } = JSON.parse(config.exportConfig());
  const file = join(folder, `${program}.kubeconfig`);
  const text = JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters,
    contexts,
    'current-context': current,
    users: users.map(({ name, user }: { name: string; user: object }) => ({
      name,
      user: { ...user, as: `system:serviceaccount:${account}` },
    })),
  });
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
