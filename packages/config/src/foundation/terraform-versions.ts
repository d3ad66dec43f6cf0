import { freeze } from '@bizflow/kernel';

/**
 * What every root runs on. Modules are written for a range of providers; a root names one of them, so that everyone
 * plans with the same, and moves to another by a change of this line (decision 0076).
 */
export const terraformVersions = freeze({
  /** The oldest that has write-only arguments, which keep passwords out of the state. */
  oldestVersion: '1.11',
  // renovate: datasource=terraform-provider depName=hashicorp/aws
  awsProviderVersion: '5.100.0',
});
