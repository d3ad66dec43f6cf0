import type { ApiServer } from './api-server.ts';
import { kubeConfigFile } from './credentials.ts';
import { type Running, start } from './processes.ts';
import type { Run } from './run.ts';

/** Argo CD's notifications controller; its listener is moved to loopback when it is built. */
export const argoCdNotifications = (run: Run, server: ApiServer): Running =>
  run.keep(
    start(
      server.folder,
      'argocd-notifications',
      'cmd',
      [
        `--kubeconfig=${kubeConfigFile(server.folder)}`,
        '--namespace=argocd',
        '--metrics-port=0',
        '--argocd-repo-server-plaintext',
        '--argocd-repo-server=127.0.0.1:1',
      ],
      { ARGOCD_BINARY_NAME: 'argocd-notifications' },
    ),
  );
