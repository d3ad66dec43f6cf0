import type { ContainerFacts, PodFacts } from '@bizflow/config/charts';

/** The pod of a stand-in, as its facts tell it. */
export const pod = (facts: PodFacts, kind: string) => ({
  serviceAccountName: facts.serviceAccount,
  hostNetwork: facts.hostNetwork,
  priorityClassName: facts.priorityClass,
  nodeSelector: facts.nodeSelector,
  tolerations: facts.tolerations,
  securityContext: facts.securityContext,
  ...((kind === 'Job' || kind === 'Pod') && { restartPolicy: 'Never' }),
  volumes: facts.volumes?.map(volume),
  initContainers: facts.containers.filter(({ init }) => init).map(container),
  containers: facts.containers.filter(({ init }) => !init).map(container),
});

const container = ({ init: _, ports = [], ...facts }: ContainerFacts) => ({
  ...facts,
  ports: ports.map((containerPort) => ({ containerPort })),
});

function volume(facts: string, index: number) {
  const [kind = '', name] = facts.split('/');
  const sources: Readonly<Record<string, object | undefined>> = {
    secret: { secretName: name, optional: true },
    configMap: { name, optional: true },
    hostPath: { path: '/var/lib' },
    projected: { sources: [] },
  };
  return { name: `volume-${index}`, [kind]: sources[kind] ?? {} };
}
