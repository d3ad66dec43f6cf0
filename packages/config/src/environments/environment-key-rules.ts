import { type Problem, problem } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';

/** No fact is of an environment that is not there: it would be believed, and nothing would read it. */
export const environmentKeyRules = (fleet: Fleet): readonly Problem[] => {
  const known: readonly string[] = fleet.environments.map(({ name }) => name);
  return Object.entries(records(fleet)).flatMap(([at, record]) =>
    Object.keys(record)
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem({
          code: 'ENVIRONMENT_UNKNOWN',
          at: `${at}.${name}`,
          value: name,
          reason: 'is not an environment, so nothing reads this',
          remedy: `remove it, or use one of ${known.join(', ')}`,
        }),
      ),
  );
};

// The compiler checks records that a fleet does not have.
const records = (fleet: Fleet): Readonly<Record<string, object>> => ({
  foundations: fleet.foundations,
  globalLayers: fleet.globalLayers,
  imagePolicies: fleet.imagePolicies,
  ...Object.fromEntries(
    fleet.services.flatMap(({ name, replicas, exposure }) => [
      [`services.${name}.replicas`, replicas],
      [`services.${name}.exposure.certified`, exposure?.certified ?? {}],
    ]),
  ),
});
