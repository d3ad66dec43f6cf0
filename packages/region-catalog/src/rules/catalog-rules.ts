import type { Problem } from '@bizflow/kernel';
import type { ResidencyException } from '../exceptions.ts';
import { exceptions as allowedNow } from '../moves/allowed.ts';
import type { Catalog } from '../sheet-of.ts';
import { answerRules } from './answer-rules.ts';
import { bucketRules } from './bucket-rules.ts';
import { clusterRules } from './cluster-rules.ts';
import { countryRules } from './country-rules.ts';
import { databaseRules } from './database-rules.ts';
import { dnsRules } from './dns-rules.ts';
import { fallbackRules } from './fallback-rules.ts';
import { healthCheckRules } from './health-check-rules.ts';
import { identityRules } from './identity-rules.ts';
import { keyRules } from './key-rules.ts';
import { networkRules } from './network-rules.ts';
import { redisRules } from './redis-rules.ts';
import { referenceRules } from './reference-rules.ts';
import { residencyRules } from './residency-rules.ts';

/** Every rule the catalog breaks, all at once; an empty list when it is sound. Never throws. */
export const catalogRules = (
  catalog: Catalog,
  exceptions: readonly ResidencyException[] = allowedNow,
): readonly Problem[] => [
  ...identityRules(catalog),
  ...referenceRules(catalog),
  ...networkRules(catalog),
  ...countryRules(catalog),
  ...clusterRules(catalog),
  ...databaseRules(catalog),
  ...fallbackRules(catalog),
  ...keyRules(catalog),
  ...bucketRules(catalog),
  ...redisRules(catalog),
  ...dnsRules(catalog),
  ...answerRules(catalog),
  ...healthCheckRules(catalog),
  ...residencyRules(catalog, exceptions),
];
