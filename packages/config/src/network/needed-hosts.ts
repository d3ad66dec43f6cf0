import type { Fleet } from '../fleet/fleet.ts';
import { callTables } from '../permissions/call-tables.ts';
import { controllers } from '../platform/controllers.ts';
import { policyController } from '../platform/policy-controller.ts';
import { signOn } from '../sign-on/sign-on.ts';
import { collectors } from '../tracing/collectors.ts';
import { providers } from './providers.ts';
import { registryOf, releaseHosts } from './registries.ts';

/** A name that something in a cluster asks for by TLS, and why. */
export interface NeededHost {
  /** A leading dot means all names below. */
  readonly host: string;
  /** What it follows from; `hand` where no other fact says it. */
  readonly from: 'image' | 'redirect' | 'chart' | 'call' | 'secret' | 'setting' | 'hand';
  /** What asks for it. */
  readonly why: string;
  readonly source: string;
}

/** The facts that say what is asked for. */
export type Asking = Pick<Fleet, 'charts' | 'repository' | 'services' | 'tenants'>;

/** Images of the platform's pods that no chart renders: a controller makes them, or this repository does. */
export const operatorImages = [
  // The operator's registry for everything that it installs (calico, manifests/tigera-operator.yaml).
  'quay.io/calico/node',
  collectors.image,
  policyController.image,
];

const hostOf = (url: string): string => url.replace(/^[a-z]+:\/\//, '').split('/')[0] ?? '';

// Of an unknown registry nothing is let through; a rule names it.
const pulled = (image: string): readonly NeededHost[] => {
  const registry = registryOf(image);
  if (registry === undefined) return [];
  const { host, leadsTo, source } = registry;
  return [
    { host, from: 'image', why: image, source: 'charts.lock.json, and images of operators' },
    ...leadsTo.map((name): NeededHost => ({ host: name, from: 'redirect', why: host, source })),
  ];
};

const imagesOf = ({ charts }: Asking): readonly string[] =>
  Object.values(charts)
    .flatMap((chart) => chart?.rendered ?? [])
    .flatMap(({ objects }) => objects.filter(({ hook }) => hook?.hook !== 'test'))
    .flatMap(({ pod }) => pod?.containers ?? [])
    .map(({ image }) => image);

/** A chart in a registry is pulled as an image is. */
const charts = (): readonly NeededHost[] =>
  controllers.flatMap(({ name, chart: { repository } }) =>
    repository.includes('://')
      ? [
          { host: hostOf(repository), from: 'chart', why: name, source: 'platform/controllers.ts' },
          ...releaseHosts.map(
            (host): NeededHost => ({
              ...{ host, from: 'redirect', why: `the index of ${name}` },
              source: 'GitHub, "Linking to releases"',
            }),
          ),
        ]
      : pulled(repository),
  );

/** The APIs of AWS that programs call, wherever no endpoint of the VPC answers for them. */
const calls = (asking: Asking): readonly NeededHost[] =>
  Object.entries(callTables(asking, { shieldAdvanced: true })).flatMap(
    ([name, { calls: made, source }]) =>
      [...new Set(made.map(([action]) => action.split(':')[0] ?? ''))].map(
        (service): NeededHost => ({
          ...{ host: '.amazonaws.com', from: 'call', why: `${name} calls ${service}` },
          source: `${source.repository} ${source.version}`,
        }),
      ),
  );

const secrets = (): readonly NeededHost[] =>
  Object.entries(providers).flatMap(([why, { hosts, source }]) =>
    hosts.map((host): NeededHost => ({ host, from: 'secret', why, source })),
  );

const others = ({ repository }: Asking): readonly NeededHost[] => [
  // Argo CD asks it for tokens; the browser of a person alone would not need the name here.
  { host: signOn.tokenDomain, from: 'setting', why: 'the issuer', source: 'sign-on/sign-on.ts' },
  { host: hostOf(repository), from: 'setting', why: 'gitops/', source: 'repository.ts' },
  { host: 'api.github.com', from: 'hand', why: 'tokens of the GitHub App', source: '0053' },
  {
    ...{ host: '.amazonaws.com', from: 'hand', why: 'nodes: Session Manager, and images of ECR' },
    source: 'Systems Manager user guide, "VPC endpoints": ssm, ssmmessages, ec2messages',
  },
];

/** Every name that clusters ask the Internet for, once for each reason. */
export const neededHosts = (asking: Asking): readonly NeededHost[] => [
  ...[...new Set([...imagesOf(asking), ...operatorImages])].flatMap(pulled),
  ...charts(),
  ...calls(asking),
  ...secrets(),
  ...others(asking),
];
