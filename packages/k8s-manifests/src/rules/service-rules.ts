import { type Problem, problem, unless } from '@bizflow/kernel';
import type { IService } from 'kubernetes-models/v1/Service';
import { type Found, selects } from './objects.ts';
import type { Release, ReleaseRule } from './release.ts';

/** The services that Argo Rollouts weighs are there, are three, and lead to the release's pods. */
export const servicesReachPods: ReleaseRule = (release, objects) => {
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
    ...unless(new Set(names).size === names.length, {
      code: 'SERVICE_SHARED',
      at: at('pingPong'),
      value: names.join(', '),
      reason: 'must be three different Services: otherwise one of them gets traffic twice',
      remedy: 'use one Service each for root, ping and pong',
    }),
    ...roles.flatMap(([pointer, name = '']) => {
      const service = objects.named<IService>('Service', namespace, name);
      return service === undefined
        ? [
            problem({
              code: 'SERVICE_UNKNOWN',
              at: at(pointer),
              value: name,
              reason: 'is not a Service in this namespace',
              remedy: 'render the object, or correct the name',
            }),
          ]
        : portRules(release, service, alb.servicePort);
    }),
  ];
};

const portRules = (
  { pod }: Release,
  { path, name, body: { spec } }: Found<IService>,
  wanted: number,
): readonly Problem[] => {
  const port = spec?.ports?.find((candidate) => candidate.port === wanted);
  const open = pod?.spec?.containers.flatMap(({ ports = [] }) =>
    ports.flatMap((own) => [own.name, own.containerPort]),
  );
  return [
    ...unless(port !== undefined, {
      code: 'SERVICE_PORT_UNKNOWN',
      at: `${path}#/spec/ports`,
      value: wanted,
      reason: 'is the port that the Rollout routes to, but the Service does not have it',
      remedy: 'add the port of trafficRouting.alb.servicePort to the Service',
    }),
    ...unless(port === undefined || open?.includes(port.targetPort ?? port.port) === true, {
      code: 'SERVICE_TARGET',
      at: `${path}#/spec/ports`,
      value: port?.targetPort ?? port?.port,
      reason: 'is not a port that the pods open',
      remedy: 'use a port of the container',
    }),
    ...unless(selects(spec?.selector, pod?.metadata?.labels), {
      code: 'SERVICE_SELECTOR',
      at: `${path}#/spec/selector`,
      value: JSON.stringify(spec?.selector),
      reason: `does not select the pods of its Rollout (${name})`,
      remedy: 'use the labels of the pods',
    }),
  ];
};
