import type { ChangedFact, Report } from '@bizflow/changes';
import type { FleetData } from '../data/fleet-data.ts';
import type { ChangedFile } from './changed-files.ts';

export type { ChangedFact };

/** One effect in all the places where it is the same. */
export type FoldedEffect = Report['byKind'][number]['effects'][number];

/** A plan as the page shows it: the report, the fleet before, and the lines behind each effect. */
export interface PlanData {
  readonly before: FleetData;
  readonly report: Report;
  readonly files: readonly ChangedFile[];
}
