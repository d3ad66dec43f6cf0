import type { ChangedFact, Report } from '@bizflow/changes';
import type { RenderedFleet } from '@bizflow/proofs';
import { type ComparedData, comparedData } from '../data/fleet-data.ts';
import { type ChangedFile, changedFiles, type Sides } from './changed-files.ts';
import { type PlanThings, planThings } from './plan-things.ts';

export type { ChangedFact };

/** One effect in all the places where it is the same. */
export type FoldedEffect = Report['byKind'][number]['effects'][number];

/** What the page shows of a report. */
type ShownReport = Pick<Report, 'base' | 'verdict' | 'forbidden' | 'byKind' | 'causes' | 'notes'>;

/** A plan as the page shows it: the report, the fleet before, and the lines behind each effect. */
export interface PlanData extends PlanThings {
  readonly before: ComparedData;
  readonly report: ShownReport;
  readonly files: readonly ChangedFile[];
}

/** Joins what the page shows of a plan. */
export const planData = (
  { before, after }: { readonly before: RenderedFleet; readonly after: RenderedFleet },
  { base, verdict, forbidden, byKind, causes, notes }: Report,
  sides: Sides,
): PlanData => ({
  before: comparedData(before),
  ...planThings(before, after),
  report: { base, verdict, forbidden, byKind, causes, notes },
  files: changedFiles(sides),
});
