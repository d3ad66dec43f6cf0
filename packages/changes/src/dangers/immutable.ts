import type { KubernetesObject } from '../difference/objects.ts';
import { rule } from '../effect.ts';
import { ofField, stays } from '../effects-of.ts';

/**
 * Fields that an API server refuses to change in place, by kind: of Kubernetes' own kinds from its validation, of
 * the others from `self == oldSelf` in their definitions.
 */
const immutable: Readonly<Record<string, readonly RegExp[]>> = {
  Deployment: [/^\/spec\/selector(\/|$)/],
  DaemonSet: [/^\/spec\/selector(\/|$)/],
  ReplicaSet: [/^\/spec\/selector(\/|$)/],
  StatefulSet: [
    /^\/spec\/(?!replicas|ordinals|template|updateStrategy|persistentVolumeClaimRetentionPolicy|minReadySeconds|revisionHistoryLimit)/,
  ],
  Rollout: [/^\/spec\/selector(\/|$)/],
  Job: [/^\/spec\/(?:template|selector|completionMode|podFailurePolicy|successPolicy)(\/|$)/],
  RoleBinding: [/^\/roleRef(\/|$)/],
  ClusterRoleBinding: [/^\/roleRef(\/|$)/],
  PriorityClass: [/^\/(?:value|preemptionPolicy)$/],
  IngressClass: [/^\/spec\/controller$/],
  StorageClass: [/^\/(?:provisioner|parameters|reclaimPolicy|volumeBindingMode)(\/|$)/],
  PersistentVolumeClaim: [/^\/spec\/(?!resources|volumeAttributesClassName)/],
  ResourceQuota: [/^\/spec\/(?:scopes|scopeSelector)(\/|$)/],
  Service: [/^\/spec\/(?:clusterIPs?|ipFamilies\/0)(\/|$)/],
  Secret: [/^\/type$/],
  CustomResourceDefinition: [/^\/spec\/(?:scope|group|names\/(?:plural|kind))$/],
  NodePool: [/^\/spec\/template\/spec\/nodeClassRef\/(?:group|kind)$/],
  WebACL: [/^\/spec\/name$/],
  IPSet: [/^\/spec\/name$/],
  RuleGroup: [/^\/spec\/(?:name|capacity)$/],
};

/** Argo CD deletes and makes a hook again, and so what it is told to replace by force. */
const isMadeAgain = ({ metadata: { annotations = {} } }: KubernetesObject): boolean =>
  annotations['argocd.argoproj.io/hook'] !== undefined ||
  (annotations['argocd.argoproj.io/sync-options'] ?? '').includes('Force=true');

/** A change that the API server refuses, so that a sync fails until a person deletes the object. */
export const refused = rule('dangers/immutable', ({ objects }) =>
  objects.filter(stays).flatMap((one) => {
    if (one.after !== undefined && isMadeAgain(one.after)) return [];
    const isFrozen = one.before?.immutable === true && one.after?.immutable === true;
    return one.fields
      .filter(
        ({ field }) =>
          (immutable[one.kind] ?? []).some((pattern) => pattern.test(field)) ||
          (isFrozen && /^\/(?:data|binaryData|stringData)(\/|$)/.test(field)),
      )
      .filter(({ before }) => !(one.kind === 'Service' && before === undefined))
      .map((field) => ofField(one, field, 'has a field that the API server refuses to change'));
  }),
);
