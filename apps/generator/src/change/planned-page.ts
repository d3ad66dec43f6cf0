import { type Assets, fleetData, html, planData } from '@bizflow/page';
import type { Planned } from './planned-change.ts';

export { writePage } from '../page/write-page.ts';

/** A plan as a page: before and after side by side. */
export const plannedPage = ({ report, change, sides }: Planned, assets: Assets): string =>
  html(
    {
      title: `BizFlow plan against ${report.base}`,
      root: null,
      now: fleetData(change.after),
      plan: planData(fleetData(change.before), report, {
        older: sides.older.files,
        newer: sides.newer.files,
      }),
    },
    assets,
  );
