import { type Problem, unless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import { severities } from '../images/scan-policy.ts';
import { delivery } from './delivery.ts';

/**
 * Images are built for each architecture that a service runs on, and for none that is not one; what ZAP may report is a
 * severity.
 */
export const deliveryRules = (
  { services }: Pick<Fleet, 'services'>,
  architectures: readonly string[] = delivery.architectures,
  tolerates: string = delivery.dast.tolerates,
): readonly Problem[] => [
  ...architectures.flatMap((one, index) =>
    unless(['arm64', 'amd64'].includes(one) && architectures.indexOf(one) === index, {
      code: 'DELIVERY_ARCHITECTURE',
      at: `delivery.delivery.architectures[${index}]`,
      value: one,
      reason: 'is not an architecture of nodes, or is listed twice',
      remedy: 'list arm64 and amd64, each once',
    }),
  ),
  ...unless((severities as readonly string[]).includes(tolerates), {
    code: 'DELIVERY_SEVERITY',
    at: 'delivery.delivery.dast.tolerates',
    value: tolerates,
    reason: 'is not a severity, so every finding would be refused, or none',
    remedy: `use one of ${severities.join(', ')}`,
  }),
  ...services.flatMap(({ name, compute }) =>
    unless(architectures.includes(compute.architecture), {
      code: 'DELIVERY_ARCHITECTURE',
      at: `services.${name}.compute.architecture`,
      value: compute.architecture,
      reason: 'is not among those that the pipeline builds images for',
      remedy: 'add it to delivery.architectures in packages/config/src/delivery/delivery.ts',
    }),
  ),
];
