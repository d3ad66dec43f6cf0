import type { ContainerFacts, PodFacts } from '@bizflow/config/charts';
import { podSecurityLevel } from '@bizflow/k8s-manifests';
import { type Any, compact } from './compact.ts';

/** A pod that a chart renders, told by facts. */
export const podFacts = (pod: Any, labels: Any): PodFacts =>
  compact({
    podSecurity: podSecurityLevel(pod),
    labels: selectable(labels),
    serviceAccount: pod.serviceAccountName ?? 'default',
    hostNetwork: pod.hostNetwork || undefined,
    priorityClass: pod.priorityClassName,
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    securityContext: pod.securityContext,
    volumes: pod.volumes?.map(volume),
    containers: [
      ...(pod.initContainers ?? []).map((one: Any) => container(one, true)),
      ...pod.containers.map((one: Any) => container(one, undefined)),
    ],
  });

// What only tells where an object comes from selects nothing.
const selectable = (labels: Any): Any =>
  Object.fromEntries(
    Object.entries(labels ?? {}).filter(
      ([key]) => !/^helm\.sh\/|\.io\/(managed-by|part-of|version)$/.test(key),
    ),
  );

const container = (one: Any, init: true | undefined): ContainerFacts =>
  compact({
    ...{ name: one.name, init, image: one.image },
    securityContext: one.securityContext,
    resources: one.resources,
    ports: one.ports?.map(({ containerPort }: Any) => containerPort),
  });

const volume = ({ name: _, ...source }: Any): string => {
  const [[kind = 'emptyDir', body] = []] = Object.entries<Any>(source);
  const name = body?.secretName ?? body?.name;
  return name === undefined ? kind : `${kind}/${name}`;
};
