import { readSides } from '@bizflow/changes';
import { type Assets, fleetData, html, planData } from '@bizflow/page';
import type { Planned } from './planned-change.ts';

export { writePage } from '../page/write-page.ts';

/** A plan as a page: before and after side by side. */
export async function plannedPage(
  { report, change, sides: { older, newer } }: Planned,
  assets: Assets,
): Promise<string> {
  // A comparison of two sides with the same Terraform has no plans, and the page shows what they make.
  const sides = await readSides(older, newer, change);
  const files = { older: older.files, newer: newer.files };
  const plan = planData(sides, report, files);
  const title = `BizFlow plan against ${report.base}`;
  return html({ title, root: null, now: fleetData(sides.after), plan }, assets);
}
