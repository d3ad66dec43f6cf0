import { clustersOf, type Fleet } from '@bizflow/config';
import { originSecretNames } from '@bizflow/config/names';
import { secretsAt } from '../secrets.ts';
import type { Account } from './account.ts';

/**
 * The secrets whose values Terraform writes, and therefore reads at each plan; those that a person puts in are
 * none of them.
 */
export const readSecrets = ({ name, environment }: Account, fleet: Fleet): readonly string[] => {
  if (name !== environment.name) return [];
  const written = clustersOf(environment, fleet)
    .flatMap((cluster) => secretsAt(cluster, fleet))
    .filter(({ value }) => value !== 'by-hand')
    .map(({ secret }) => `bizflow/${name}/*/${secret}`);
  const origin = environment.cdn ? Object.values(originSecretNames(environment)) : [];
  return [...new Set([...written, ...origin])].toSorted();
};
