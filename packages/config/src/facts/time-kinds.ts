import { isDay, notADay } from '@bizflow/kernel';
import { comes, isTimeZone, isWindow } from './calendar.ts';
import { type FactKind, text } from './fact-kind.ts';

/** Texts that say when, or how long. */
export const timeKinds: readonly FactKind[] = [
  text('FACT_DAY', /\.priceList\..+\.read$/, isDay, notADay),
  // An act without a last day has null there.
  {
    ...text('FACT_DAY', /\.adequacy\.[\w ]+\.(since|until)$/, isDay, notADay),
    is: 'string',
  },
  text(
    'FACT_SCHEDULE',
    /\.schedule$/,
    comes,
    'must be a cron expression of five fields for a time that comes',
  ),
  text(
    'FACT_WINDOW',
    /\.databaseWindows\.\w+$/,
    isWindow,
    'must be two times of a day, or of days of a week, such as 20:00-21:00',
  ),
  text(
    'FACT_TIME_ZONE',
    /\.timeZone$/,
    isTimeZone,
    'must be a zone of the tz database, such as Asia/Kolkata',
  ),
  text(
    'FACT_DURATION',
    /\.(expireAfter|terminationGracePeriod|consolidateAfter|duration)$/,
    /^[1-9]\d{0,3}(s|m|h)$/,
    'must be a duration such as 30s, 5m or 504h',
  ),
];
