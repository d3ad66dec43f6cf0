import { clusters, type Fleet } from '@bizflow/config';
import { type Problem, unless } from '@bizflow/kernel';
import { clustersIn, type Scope } from '../scope.ts';

/** A scope names things that exist: a typing error must not empty a folder. */
export const scopeRules = (fleet: Fleet, scope: Scope): readonly Problem[] => {
  const known = {
    environment: fleet.environments.map(({ name }) => name as string),
    region: Object.keys(fleet.catalog),
    service: fleet.services.map(({ name }) => name),
  };
  const unknown = (['environment', 'region', 'service'] as const).flatMap((option) => {
    const wanted = scope[option];
    return unless(wanted === undefined || known[option].includes(wanted), {
      code: 'OPTION_UNKNOWN',
      at: `--${option}`,
      value: wanted,
      reason: `is not the name of any ${option}`,
      remedy: `use one of ${known[option].join(', ')}`,
    });
  });
  return unknown.length > 0
    ? unknown
    : unless(clustersIn(fleet, scope).length > 0, {
        code: 'SCOPE_EMPTY',
        at: '--environment --region',
        value: `${scope.environment ?? 'any'} ${scope.region ?? 'any'}`,
        reason: 'no cluster exists there',
        remedy: `use one of ${clusters(fleet)
          .map(({ id }) => id)
          .join(', ')}`,
      });
};
