import type { EnvironmentName, Fleet } from '@bizflow/config';
import { alarmSentence } from '@bizflow/config/alarms';
import { heads, row } from './markdown-parts.ts';

/**  What each alarm means and what to check first. */
export const alarmPage = (
  { alarms }: Pick<Fleet, 'alarms'>,
  environment: EnvironmentName,
): string =>
  [
    '# Alarms',
    '',
    'The name of an alarm contains the environment and the region: `bizflow-<environment>-<region>-api-error-rate-critical`.',
    '',
    ...heads('Alarm', 'In alarm when', 'Missing data', 'First action'),
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
