import { type Problem, problem } from '@bizflow/kernel';

/** What a version of the provider refuses, or will. */
export const refused = (code: string, at: string, value: string, reason: string): Problem =>
  problem({
    code,
    at,
    value,
    reason,
    remedy: 'write what both ends of the range accept (CONTRIBUTING.md, Change a Terraform module)',
  });
