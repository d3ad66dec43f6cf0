import { clustersOf, type Fleet, imageRepository, pinnedImage, repository } from '@bizflow/config';
import {
  delivery,
  homeRegistry,
  imageRegions,
  publicKeyPem,
  signingAlias,
} from '@bizflow/config/delivery';
import { apiHost, serviceApplicationName, serviceNamespace } from '@bizflow/config/names';
import {
  CommandError,
  environmentOf,
  needed,
  type Options,
  serviceOf,
  signedOf,
} from '../options.ts';

type Fact = (fleet: Fleet, options: Options) => string;

const cluster = (fleet: Fleet, options: Options) => {
  const { name } = environmentOf(options);
  const [first] = clustersOf({ name }, fleet);
  if (first !== undefined) return first;
  throw new CommandError({
    code: 'ENVIRONMENT_EMPTY',
    at: '--environment',
    value: name,
    reason: 'has no cluster',
    remedy: 'set the status of a region of this environment to active',
  });
};

const pin = (fleet: Fleet, options: Options) => {
  const { name } = serviceOf(options);
  const image = pinnedImage(fleet.lock, environmentOf(options).name, name);
  if (image !== undefined) return image;
  throw new CommandError({
    code: 'IMAGE_NOT_PINNED',
    at: 'images.lock.json',
    value: name,
    reason: 'is not pinned',
    remedy: 'pin an image: npx nx generate @bizflow/generator:pin-images',
  });
};

/** Facts of the fleet for shell scripts, so that no script contains them. */
export const facts: Readonly<Record<string, Fact>> = {
  platforms: () => delivery.architectures.map((name) => `linux/${name}`).join(','),
  architectures: () => delivery.architectures.join(' '),
  'scan-minutes': () => `${delivery.scanMinutes}`,
  region: () => delivery.region,
  regions: (fleet) => imageRegions(fleet).join(' '),
  registry: homeRegistry,
  'signing-key': (_, options) => `awskms:///${signingAlias(signedOf(options))}`,
  'public-key': ({ assigned }, options) =>
    publicKeyPem(assigned.signing[signedOf(options)]).trimEnd(),
  'attest-role': ({ assigned }) =>
    `arn:aws:iam::${assigned.accounts.delivery.value}:role/${delivery.name}-attest`,
  'delivery-account': ({ assigned }) => assigned.accounts.delivery.value,
  repository: (_, options) => imageRepository(serviceOf(options)),
  cluster: (fleet, options) => cluster(fleet, options).name,
  'cluster-region': (fleet, options) => cluster(fleet, options).region.id,
  namespace: (_, options) => serviceNamespace(serviceOf(options)),
  application: (_, options) => serviceApplicationName(serviceOf(options)),
  port: (_, options) => `${serviceOf(options).port}`,
  'public-url': (_, options) =>
    serviceOf(options).exposure === null ? '' : `https://${apiHost(environmentOf(options))}`,
  branch: (_, options) => environmentOf(options).branch,
  'platform-repository': () => new URL(repository).pathname.slice(1).replace(/\.git$/, ''),
  'pinned-tag': (fleet, options) => pin(fleet, options).tag,
  'pinned-digest': (fleet, options) => pin(fleet, options).digest,
};

/** One fact, by its name. */
export function fact(fleet: Fleet, options: Options): string {
  const name = needed(options, 'name');
  const answer = Object.hasOwn(facts, name) ? facts[name] : undefined;
  if (answer !== undefined) return answer(fleet, options);
  const names = Object.keys(facts).join(', ');
  throw new CommandError({
    code: 'OPTION_UNKNOWN',
    at: '--name',
    value: name,
    reason: 'is not the name of any fact',
    remedy: `use one of ${names}`,
  });
}
