import { fault, type Problem } from '@bizflow/region-catalog';
import type { Fleet } from '../fleet.ts';
import { pinnedImage } from '../images.ts';
import { show } from './show.ts';

/** Every service of every environment runs one known digest. */
export const images = ({ environments, services, lock }: Fleet): readonly Problem[] =>
  environments.flatMap(({ name }) =>
    services.flatMap((service) => {
      const at = `images.lock.json/images/${name}/${show(service.name)}`;
      const image = pinnedImage(lock, name, service.name);
      if (image === undefined) return [missingImage(at, name, show(service.name))];
      return image.example ? [exampleImage(at, image.digest)] : [];
    }),
  );

const exampleImage = (at: string, digest: string): Problem => ({
  code: 'EXAMPLE_VALUE',
  severity: 'warning',
  at,
  value: digest,
  reason: 'is an example digest; no registry holds it',
  remedy: 'write the digest that ECR reports and set "example" to false',
});

const missingImage = (at: string, environment: string, service: string): Problem =>
  fault(
    'IMAGE_NOT_PINNED',
    at,
    'undefined',
    `no digest says which ${service} ${environment} runs`,
    'add the tag and digest that ECR reports to images.lock.json',
  );
