import { type Problem, problem, unless, warning } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { Service } from '../services/service.ts';
import { type Image, pinnedImage } from './images.ts';

/** Every service of every environment runs one known digest, or two while a promotion is under way. */
export const imageRules = ({ environments, services, lock }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name }) =>
    services.flatMap((service) => {
      const at = `images.lock.json/images/${name}/${service.name}`;
      const image = pinnedImage(lock, name, service.name);
      if (image === undefined) return [missingImage(at, name, service.name)];
      const next = image.next === undefined ? [] : rulesOfImage(`${at}/next`, image.next, service);
      return [...rulesOfImage(at, image, service), ...next];
    }),
  );

const rulesOfImage = (at: string, image: Image, { compute }: Service): readonly Problem[] =>
  image.placeholder
    ? [exampleImage(at, image.digest)]
    : unless(image.architectures.includes(compute.architecture), {
        code: 'IMAGE_ARCHITECTURE',
        at: `${at}/architectures`,
        value: image.architectures.join(', '),
        reason: `does not include ${compute.architecture}, which ${compute.kind} needs for the service`,
        remedy: `build the image for ${compute.architecture}, then pin it with pin-images`,
      });

const exampleImage = (at: string, digest: string): Problem =>
  warning({
    code: 'PLACEHOLDER_VALUE',
    at,
    value: digest,
    reason: 'is a placeholder digest; no registry has it',
    remedy: 'pin an image: npx nx generate @bizflow/generator:pin-images',
  });

const missingImage = (at: string, environment: string, service: string): Problem =>
  problem({
    code: 'IMAGE_NOT_PINNED',
    at,
    value: undefined,
    reason: `has no pinned digest: it is unknown which image of ${service} runs in ${environment}`,
    remedy: 'pin an image: npx nx generate @bizflow/generator:pin-images',
  });
