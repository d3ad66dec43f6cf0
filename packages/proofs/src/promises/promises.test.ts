import { regionIds } from '@bizflow/region-catalog';
import { expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { promises } from './promises.ts';

const codes = (rendered: RenderedFleet): readonly string[] => {
  const proof = promises(rendered);
  return proof.holds ? [] : proof.counterExamples.map(({ code }) => code);
};

/** The fleet with the resources of a type changed or taken away in one root. */
const planted = (
  root: RegExp,
  type: RegExp,
  change: Parameters<typeof changedPlan>[2],
): RenderedFleet => {
  const plan = own.plans.find((one) => root.test(one.root));
  if (plan === undefined) throw new Error(`no root ${root}`);
  return withPlan(own, plan.root, (one) => changedPlan(one, type, change));
};

it('holds for this repository', () => {
  expect(promises(own)).toMatchObject({ proof: 'promises', holds: true });
});

it('is refuted when PagerDuty does not subscribe, once for each region', () => {
  const mute = planted(/production\/global$/, /subscription$/, () => undefined);
  expect(codes(mute)).toEqual(regionIds.map(() => 'REGION_LOSS_UNHEARD'));
});

it('is refuted when PagerDuty does not hear an alarm that says so', () => {
  const mute = planted(
    new RegExp(`^environments/production/${regionIds[0]}$`),
    /^aws_sns_topic_subscription$/,
    (values) => (values.protocol === 'https' ? undefined : values),
  );
  expect(new Set(codes(mute))).toEqual(new Set(['ALARM_UNHEARD']));
});

it('is refuted when an alarm counts any backup of a vault', () => {
  const region = own.planned[0]?.plan.root ?? '';
  const any = planted(new RegExp(`^${region}$`), /^aws_cloudwatch_event_rule$/, (values) => ({
    ...values,
    event_pattern: String(values.event_pattern).replace(/"resourceArn":\["[^"]*db:[^"]*"\],?/, ''),
  }));
  expect(codes(any)).toEqual(['COPY_UNWATCHED']);
});

it('is refuted when nothing measures to which time a database can be restored', () => {
  const region = own.planned[0]?.plan.root ?? '';
  const blind = planted(new RegExp(`^${region}$`), /^aws_cloudwatch_metric_alarm$/, (values) =>
    JSON.stringify(values).includes('RestorableAge') ? undefined : values,
  );
  expect(codes(blind)).toEqual(['COPY_UNWATCHED']);
});
