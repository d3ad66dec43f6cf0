import type { ChangedFact, Report } from '@bizflow/changes';
import type { FleetData } from '../data/fleet-data.ts';
import { type ChangedFile, changedFiles, type Sides } from './changed-files.ts';

export type { ChangedFact };

/** One effect in all the places where it is the same. */
export type FoldedEffect = Report['byKind'][number]['effects'][number];

/** What the page shows of a report. */
type ShownReport = Pick<Report, 'base' | 'verdict' | 'forbidden' | 'byKind' | 'causes' | 'notes'>;

/** A plan as the page shows it: the report, the fleet before, and the lines behind each effect. */
export interface PlanData {
  readonly before: FleetData;
  readonly report: ShownReport;
  readonly files: readonly ChangedFile[];
}

/** Joins what the page shows of a plan. */
export const planData = (
  before: FleetData,
  { base, verdict, forbidden, byKind, causes, notes }: Report,
  sides: Sides,
): PlanData => ({
  before,
  report: { base, verdict, forbidden, byKind, causes, notes },
  files: changedFiles(sides),
});
