import { fault, type Problem, unless } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { type Image, pinnedImage } from '../images.ts';
import type { Service } from '../service.ts';
import { show } from './show.ts';

/** Every service of every environment runs one known digest, or two while a promotion is under way. */
export const images = ({ environments, services, lock }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name }) =>
    services.flatMap((service) => {
      const at = `images.lock.json/images/${name}/${show(service.name)}`;
      const image = pinnedImage(lock, name, service.name);
      if (image === undefined) return [missingImage(at, name, show(service.name))];
      const next = image.next === undefined ? [] : imageProblems(`${at}/next`, image.next, service);
      return [...imageProblems(at, image, service), ...next];
    }),
  );

const imageProblems = (at: string, image: Image, { compute }: Service): readonly Problem[] =>
  image.example
    ? [exampleImage(at, image.digest)]
    : unless(
        image.architectures.includes(compute.architecture),
        'IMAGE_ARCHITECTURE',
        `${at}/architectures`,
        show(image.architectures.join(', ')),
        `has no ${compute.architecture}, on which ${compute.kind} runs the service`,
        'build the image for it, and pin that one with pin-images',
      );

const exampleImage = (at: string, digest: string): Problem => ({
  code: 'EXAMPLE_VALUE',
  severity: 'warning',
  at,
  value: digest,
  reason: 'is an example digest; no registry holds it',
  remedy: 'pin an image: npx nx generate @bizflow/generator:pin-images',
});

const missingImage = (at: string, environment: string, service: string): Problem =>
  fault(
    'IMAGE_NOT_PINNED',
    at,
    'undefined',
    `no digest says which ${service} ${environment} runs`,
    'pin an image: npx nx generate @bizflow/generator:pin-images',
  );
