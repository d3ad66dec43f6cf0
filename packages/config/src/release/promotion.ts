import { freeze } from '@bizflow/kernel';
import type { RegionId } from '@bizflow/region-catalog';
import type { EnvironmentName } from '../environments/environments.ts';

/** A way of an image from one environment to another, a few regions at a time. */
export interface Promotion {
  readonly from: EnvironmentName;
  readonly to: EnvironmentName;
  /** The regions in the order they get it; each region is in exactly one wave. */
  readonly waves: readonly (readonly RegionId[])[];
}

/** Lowest traffic first; Singapore writes to India's database, so it is right before India. */
export const promotions = freeze([
  {
    from: 'staging',
    to: 'production',
    waves: [
      // The least traffic first; one a line, so that two branches may each add one.
      ['me-south-1'],
      ['eu-west-2'],
      ['ap-southeast-1'],
      ['ap-south-1'],
    ],
  },
] as const satisfies readonly Promotion[]);
