import { committed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { changeOf, readSides, type Side } from './change.ts';

const root = 'environments/staging/global';
const side = (description: string): Side => ({
  fleet: committed,
  files: {
    [`terraform/${root}/main.tf.json`]: JSON.stringify({
      provider: { aws: { region: 'xx-west-1' } },
      resource: { aws_kms_key: { this: { description } } },
    }),
  },
});

it('plans no root for a comparison of the same Terraform, and every root for who asks for both sides', async () => {
  const { before, after } = await changeOf(side('a'), side('a'));
  expect([before.plans, after.plans]).toEqual([[], []]);
  const whole = await readSides(side('a'), side('a'), { after });
  expect(whole.after.plans.map((plan) => plan.root)).toEqual([root]);
  expect(whole.before.plans[0]).toBe(whole.after.plans[0]);
});

it('plans a root that differs on both sides', async () => {
  const { resources } = await changeOf(side('a'), side('b'));
  expect(resources.map(({ address }) => address)).toEqual(['aws_kms_key.this']);
});
