import { podPolicy } from '@bizflow/config/services';

/** A pod as one user without rights, as Pod Security `restricted` asks. */
export const podContext = {
  runAsNonRoot: true,
  runAsUser: podPolicy.userId,
  runAsGroup: podPolicy.userId,
  seccompProfile: { type: 'RuntimeDefault' as const },
};

/** A container without capabilities that writes to volumes alone. */
export const containerContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};
