import { type Problem, unless } from '@bizflow/kernel';
import type { Alarm } from './alarms.ts';
import type { Dashboard } from './dashboards/panel.ts';

/** What CloudWatch takes (quotas: 500 widgets, 500 metrics a widget, 2500 a dashboard, 10 an alarm). */
const most = {
  widgets: 500,
  metricsPerWidget: 500,
  metricsPerDashboard: 2500,
  metricsPerAlarm: 10,
  alarmsPerWidget: 100,
  name: 255,
  description: 1024,
  // AWS publishes no number; a body of this size is known to be taken.
  bodyBytes: 250_000,
};

const metricsIn = ({ properties }: Dashboard['widgets'][number]): number =>
  Array.isArray(properties.metrics) ? properties.metrics.length : 0;

/** What CloudWatch would refuse of a dashboard. */
export const dashboardRules = (name: string, body: Dashboard): readonly Problem[] => {
  const at = `dashboards.${name}`;
  const counts = body.widgets.map(metricsIn);
  const remedy = 'show less, or split the dashboard';
  return [
    ...unless(/^[A-Za-z0-9_-]{1,255}$/.test(name), {
      code: 'DASHBOARD_NAME',
      at,
      value: name,
      reason: 'must be 1 to 255 letters, digits, dashes and underscores',
      remedy: 'use a shorter name for the environment or region',
    }),
    ...tooMany('DASHBOARD_WIDGETS', `${at}.widgets`, body.widgets.length, most.widgets, remedy),
    ...body.widgets.flatMap(({ properties: { alarms } }, index) => [
      ...tooMany(
        'DASHBOARD_WIDGET_METRICS',
        `${at}.widgets[${index}].metrics`,
        counts[index] ?? 0,
        most.metricsPerWidget,
        remedy,
      ),
      ...tooMany(
        'DASHBOARD_WIDGET_ALARMS',
        `${at}.widgets[${index}].alarms`,
        Array.isArray(alarms) ? alarms.length : 0,
        most.alarmsPerWidget,
        remedy,
      ),
    ]),
    ...tooMany(
      'DASHBOARD_METRICS',
      at,
      counts.reduce((a, b) => a + b, 0),
      most.metricsPerDashboard,
      remedy,
    ),
    ...tooMany('DASHBOARD_SIZE', at, JSON.stringify(body).length, most.bodyBytes, remedy),
  ];
};

/** What CloudWatch would refuse of an alarm, under the name it has in the account. */
export const alarmRules = (name: string, alarm: Alarm): readonly Problem[] => [
  ...tooMany('ALARM_FULL_NAME', `alarms.${name}`, name.length, most.name, 'shorten the name'),
  ...tooMany(
    'ALARM_DESCRIPTION',
    `alarms.${name}.description`,
    alarm.description.length,
    most.description,
    'use a shorter missingBecause',
  ),
  ...tooMany(
    'ALARM_METRICS',
    `alarms.${name}.metrics`,
    Object.keys(alarm.metrics).length,
    most.metricsPerAlarm,
    'read fewer metrics',
  ),
];

const tooMany = (
  code: string,
  at: string,
  count: number,
  limit: number,
  remedy: string,
): readonly Problem[] =>
  unless(count <= limit, {
    code,
    at,
    value: count,
    reason: `is above ${limit}, the limit of CloudWatch`,
    remedy,
  });
