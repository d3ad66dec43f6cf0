import { expect, it } from 'vitest';
import { bootstrapSteps } from '../platform/bootstrap-steps.ts';
import { orderRules } from './order-rules.ts';

const changed = (name: string, ...after: readonly string[]) =>
  bootstrapSteps.map((step) => (step.name === name ? { name, after } : step));

it('finds an order in the bootstrap as it is committed', () => {
  expect(orderRules()).toEqual([]);
});

it('names the route on which steps would wait for each other', () => {
  const [problem, ...others] = orderRules(changed('karpenter', 'compute'));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'ORDER_CYCLE', severity: 'error', at: 'bootstrap' });
  expect(problem?.value).toMatch(/karpenter => compute|compute => karpenter/);
});

it('names a step that would wait for itself', () => {
  expect(orderRules(changed('waf', 'waf'))).toMatchObject([
    { code: 'ORDER_CYCLE', value: 'waf => waf' },
  ]);
});

it('names what a step waits for that is not there', () => {
  expect(orderRules(changed('compute', 'carpenter'))).toMatchObject([
    { code: 'ORDER_UNKNOWN', at: 'bootstrap.compute.after', value: 'carpenter' },
  ]);
});
