import { child, isObject } from '@bizflow/kernel';
import type { FieldChange } from '../difference/field-change.ts';
import type { KubernetesObject, ObjectChange } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { eachField, stays } from '../effects-of.ts';

/**
 * Fields that an API server refuses to change in place, by kind: of Kubernetes' own kinds from its validation, of
 * the others from `self == oldSelf` in their definitions. `npm run e2e -- --only=plan` asks a real one about each.
 */
const immutable: Readonly<Record<string, readonly RegExp[]>> = {
  Deployment: [/^\/spec\/selector(\/|$)/],
  DaemonSet: [/^\/spec\/selector(\/|$)/],
  ReplicaSet: [/^\/spec\/selector(\/|$)/],
  StatefulSet: [
    /^\/spec\/(?!replicas|ordinals|template|updateStrategy|persistentVolumeClaimRetentionPolicy|minReadySeconds|revisionHistoryLimit)/,
  ],
  Rollout: [/^\/spec\/selector(\/|$)/],
  Job: [
    /^\/spec\/(?:template|selector|completions|completionMode|podFailurePolicy|successPolicy|backoffLimitPerIndex|managedBy)(\/|$)/,
  ],
  RoleBinding: [/^\/roleRef(\/|$)/],
  ClusterRoleBinding: [/^\/roleRef(\/|$)/],
  PriorityClass: [/^\/(?:value|preemptionPolicy)$/],
  IngressClass: [/^\/spec\/controller$/],
  StorageClass: [/^\/(?:provisioner|parameters|reclaimPolicy|volumeBindingMode)(\/|$)/],
  VolumeAttributesClass: [/^\/(?:driverName|parameters)(\/|$)/],
  CSIDriver: [/^\/spec\/(?:attachRequired|volumeLifecycleModes)(\/|$)/],
  RuntimeClass: [/^\/handler$/],
  EndpointSlice: [/^\/addressType$/],
  PersistentVolume: [/^\/spec\/(?:csi|hostPath|local|nfs|nodeAffinity|volumeMode)(\/|$)/],
  PersistentVolumeClaim: [/^\/spec\/(?!resources|volumeAttributesClassName)/],
  ResourceQuota: [/^\/spec\/(?:scopes|scopeSelector)(\/|$)/],
  Service: [/^\/spec\/(?:clusterIPs?|ipFamilies\/0|loadBalancerClass)(\/|$)/],
  Secret: [/^\/type$/],
  CustomResourceDefinition: [/^\/spec\/(?:scope|group|names\/(?:plural|kind))$/],
  NodePool: [/^\/spec\/template\/spec\/nodeClassRef\/(?:group|kind)$/],
  WebACL: [/^\/spec\/name$/],
};

/** The kinds of which such a field is known. */
export const frozenKinds: readonly string[] = Object.keys(immutable);

/** What an API server writes where such a field is not said, by the field's name. */
const defaults: Readonly<Record<string, unknown>> = {
  apiGroup: 'rbac.authorization.k8s.io',
  podManagementPolicy: 'OrderedReady',
  volumeMode: 'Filesystem',
  completionMode: 'NonIndexed',
  type: 'Opaque',
  reclaimPolicy: 'Delete',
  volumeBindingMode: 'Immediate',
  attachRequired: true,
};

/** What it keeps where it is no longer said: an address that it gave, an account under its older name. */
const keeps = /\/(?:clusterIPs?|serviceAccountName)$/;

/** What it has given already where nothing said it before. */
const isGiven = /^\/spec\/(?:clusterIPs?|ipFamilies)(?:\/|$)/;

/** Kinds whose definitions compare with the value before: where there is none any more, nothing is compared. */
const comparing: readonly string[] = ['Rollout', 'NodePool', 'WebACL'];

const isSameToServer = ({ field, before, after }: FieldChange): boolean => {
  const value = defaults[field.split('/').at(-1) ?? ''];
  return (before ?? value) === (after ?? value) || (after === undefined && keeps.test(field));
};

/** Argo CD deletes and makes a hook again, and so what it is told to replace by force. */
export const isMadeAgain = ({ metadata: { annotations = {} } }: KubernetesObject): boolean =>
  annotations['argocd.argoproj.io/hook'] !== undefined ||
  (annotations['argocd.argoproj.io/sync-options'] ?? '').includes('Force=true');

/** A field with all that went or came with it. */
const leaves = (change: FieldChange): readonly FieldChange[] => {
  const { field, before, after } = change;
  const whole = before === undefined ? after : after === undefined ? before : undefined;
  if (!isObject(whole) || Array.isArray(whole)) return [change];
  return Object.entries(whole).flatMap(([key, value]) =>
    leaves({
      ...{ at: change.at, field: child(field, key) },
      ...(before === undefined ? { before, after: value } : { before: value, after }),
    }),
  );
};

const isFrozen = ({ kind, before }: ObjectChange, change: FieldChange): boolean =>
  leaves(change).some(
    (leaf) =>
      !isSameToServer(leaf) &&
      !(leaf.after === undefined && comparing.includes(kind)) &&
      ((immutable[kind] ?? []).some((pattern) => pattern.test(leaf.field)) ||
        (before?.immutable === true &&
          /^\/(?:data|binaryData|stringData|immutable)(\/|$)/.test(leaf.field))),
  );

/** A change that the API server refuses, so that a sync fails until a person deletes the object. */
export const refused = rule('dangers/immutable', ({ objects }) =>
  eachField(
    objects.filter((one) => stays(one) && one.after && !isMadeAgain(one.after)),
    (field, one) =>
      isFrozen(one, field) && !(isGiven.test(field.field) && field.before === undefined),
    'has a field that the API server refuses to change',
  ),
);
