import type { Manifest } from '@bizflow/config';

/** An object of this name in one namespace. */
export const sample = (apiVersion: string, kind: string, fields: object): Manifest => ({
  ...{ apiVersion, kind, metadata: { name: 'sample', namespace: 'default' } },
  ...fields,
});
const clusterWide = ({
  metadata: { namespace: _, ...metadata },
  ...object
}: Manifest): Manifest => ({
  ...object,
  metadata,
});

/** What does not run here, and has no namespace. */
export const storage: readonly Manifest[] = [
  sample('storage.k8s.io/v1', 'StorageClass', {
    ...{ provisioner: 'ebs.csi.aws.com', parameters: { type: 'gp3' }, reclaimPolicy: 'Delete' },
    ...{ volumeBindingMode: 'Immediate', allowVolumeExpansion: true },
  }),
  sample('storage.k8s.io/v1', 'VolumeAttributesClass', {
    ...{ driverName: 'ebs.csi.aws.com', parameters: { iops: '3000', type: 'gp3' } },
  }),
  sample('storage.k8s.io/v1', 'CSIDriver', {
    spec: {
      ...{ attachRequired: false, podInfoOnMount: true, fsGroupPolicy: 'File' },
      ...{ storageCapacity: true, volumeLifecycleModes: ['Ephemeral'] },
    },
  }),
  sample('node.k8s.io/v1', 'RuntimeClass', {
    ...{ handler: 'one', scheduling: { nodeSelector: { pool: 'one' } } },
  }),
  sample('v1', 'PersistentVolume', {
    spec: {
      ...{ capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], volumeMode: 'Filesystem' },
      ...{ persistentVolumeReclaimPolicy: 'Retain', storageClassName: 'sample' },
      csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1', fsType: 'ext4' },
    },
  }),
].map(clusterWide);
