import { freeze } from '@bizflow/kernel';
import type { EnvironmentName } from '../environments/environments.ts';

/** How bad a finding is, in the words of ECR's scans, the mildest first. */
export const severities = freeze(['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const);

export type Severity = (typeof severities)[number];

/** What an environment requires of an image before it is pinned. */
export interface ImagePolicy {
  /** The worst finding that may be left in it. */
  readonly tolerates: Severity;
  /** What an unrated finding (`UNDEFINED`, or a word that ECR adds) is taken for. */
  readonly unrated: Severity;
  /** An image that nothing has scanned, or whose scan is not finished. */
  readonly withoutScan: 'refuse' | 'accept';
}

/** "Snyk/Trivy Scan" passed the image on; this is what ECR's own scan may still say of it. */
export const imagePolicies = freeze({
  production: { tolerates: 'MEDIUM', unrated: 'MEDIUM', withoutScan: 'refuse' },
  staging: { tolerates: 'MEDIUM', unrated: 'MEDIUM', withoutScan: 'refuse' },
} as const satisfies Record<EnvironmentName, ImagePolicy>);

/** How bad a severity is; what ECR has no rating for counts as the policy says. */
export const severityRank = (
  severity: string,
  { unrated }: Pick<ImagePolicy, 'unrated'>,
): number => {
  const rank = (severities as readonly string[]).indexOf(severity);
  return rank === -1 ? severities.indexOf(unrated) : rank;
};
