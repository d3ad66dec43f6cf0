import type { EnvironmentName, Fleet } from '@bizflow/config';
import { alarmSentence } from '@bizflow/config/alarms';

/** What each alarm means and what to look at first, for whoever it woke. */
export const alarmPage = (
  { alarms }: Pick<Fleet, 'alarms'>,
  environment: EnvironmentName,
): string =>
  [
    '# Alarms',
    '',
    "An alarm's name is the place's and then its own: `bizflow-<environment>-<region>-api-error-rate-critical`.",
    '',
    row('Alarm', 'Speaks when', 'Without data', 'First'),
    row('---', '---', '---', '---'),
    ...alarms.map((alarm) =>
      row(
        `\`${alarm.name}\``,
        alarmSentence(alarm, environment),
        alarm.missingBecause,
        alarm.first,
      ),
    ),
    '',
  ].join('\n');

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
