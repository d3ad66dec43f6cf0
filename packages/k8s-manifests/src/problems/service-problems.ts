import { fault, type Problem, unless } from '@bizflow/region-catalog';
import type { IService } from 'kubernetes-models/v1/Service';
import { type Found, selects } from './objects.ts';
import type { Release, ReleaseRule } from './release.ts';

/** The services that Argo Rollouts weighs are there, are three, and lead to the release's pods. */
export const serviceProblems: ReleaseRule = (release, objects) => {
  const { at, canary, namespace } = release;
  const alb = canary.trafficRouting?.alb;
  if (alb === undefined) return [];
  const roles = [
    ['trafficRouting/alb/rootService', alb.rootService],
    ['pingPong/pingService', canary.pingPong?.pingService],
    ['pingPong/pongService', canary.pingPong?.pongService],
  ] as const;
  const names = roles.map(([, name]) => name);
  return [
    ...unless(
      new Set(names).size === names.length,
      'SERVICE_SHARED',
      at('pingPong'),
      names.join(', '),
      'are not three services, so that one of them would get traffic twice',
      'give root, ping and pong a service each',
    ),
    ...roles.flatMap(([pointer, name = '']) => {
      const service = objects.named<IService>('Service', namespace, name);
      return service === undefined
        ? [
            fault(
              'SERVICE_UNKNOWN',
              at(pointer),
              name,
              'is no Service of the namespace',
              'render it, or correct the name',
            ),
          ]
        : portProblems(release, service, alb.servicePort);
    }),
  ];
};

const portProblems = (
  { pod }: Release,
  { path, name, body: { spec } }: Found<IService>,
  wanted: number,
): readonly Problem[] => {
  const port = spec?.ports?.find((candidate) => candidate.port === wanted);
  const open = pod?.spec?.containers.flatMap(({ ports = [] }) =>
    ports.flatMap((own) => [own.name, own.containerPort]),
  );
  return [
    ...unless(
      port !== undefined,
      'SERVICE_PORT_UNKNOWN',
      `${path}#/spec/ports`,
      `${wanted}`,
      'is what the Rollout weighs, and the service does not have it',
      'give the service the port of trafficRouting.alb.servicePort',
    ),
    ...unless(
      port === undefined || open?.includes(port.targetPort ?? port.port) === true,
      'SERVICE_TARGET',
      `${path}#/spec/ports`,
      `${port?.targetPort ?? port?.port}`,
      'is no port that the pods open',
      'name a port of the container',
    ),
    ...unless(
      selects(spec?.selector, pod?.metadata?.labels),
      'SERVICE_SELECTOR',
      `${path}#/spec/selector`,
      JSON.stringify(spec?.selector),
      `does not find the pods of its Rollout (${name})`,
      "select by the pods' own labels",
    ),
  ];
};
