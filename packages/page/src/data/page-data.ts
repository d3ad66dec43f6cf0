import type { PlanData } from '../plan/plan-data.ts';
import type { FleetData } from './fleet-data.ts';

/** All that a page shows: the fleet as it is, and for a plan what is done to it. */
export interface PageData {
  readonly title: string;
  /** The way from the page to the root of the repository; none where the page is away from it. */
  readonly root: string | null;
  readonly now: FleetData;
  readonly plan: PlanData | null;
}
