import { freeze } from '@bizflow/kernel';

/**
 * Groups of people in IAM Identity Center. Each has a SAML application there and an identity provider of
 * the same name in every user pool, which takes letters, digits and hyphens, 32 at most.
 */
export const groups = freeze({
  /** The document's "Manual approval gate" names no group. */
  approvers: 'bizflow-release-approvers',
  /** See every release, and change none. */
  developers: 'bizflow-developers',
  /** Keep the platform's own Applications. */
  platform: 'bizflow-platform',
} as const);

/** What a group is called by the code. */
export type GroupName = keyof typeof groups;
