import { serviceApplicationName } from '@bizflow/config/names';
import { argoCd } from '@bizflow/config/platform';

/** The image that a release is about. */
export const digest = `sha256:${'b'.repeat(64)}`;

/** How Argo CD names an image of it. */
export const image = (hash: string): string =>
  `123456789012.dkr.ecr.us-east-1.amazonaws.com/bizflow/api@${hash}`;

/** An Application as Argo CD 3 reports it, as far as a release is concerned. */
export const application = (sync: string, health: string, images: readonly string[]) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: serviceApplicationName({ name: 'api' }), namespace: argoCd.namespace },
  spec: { project: 'workloads', destination: { server: argoCd.destination } },
  status: {
    sync: { status: sync, revision: '0123456789abcdef0123456789abcdef01234567' },
    health: { status: health },
    operationState: { phase: 'Succeeded', finishedAt: '2026-11-02T09:00:00Z' },
    summary: { images },
  },
});
