import { describe, expect, it } from 'vitest';
import { withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { inputs } from './inputs.ts';

describe("this repository's modules and roots", () => {
  it('can be planned, and are called with every input they need, of the right type and range', () => {
    expect(inputs(own)).toMatchObject({ proof: 'inputs', holds: true });
  });

  it('are told with the root and the module when an input is missing', () => {
    const [plan] = own.plans;
    const [call] = plan?.calls ?? [];
    if (plan === undefined || call === undefined) throw new RangeError('there is no root');
    const faulty = withPlan(own, plan.root, (one) => ({
      ...one,
      calls: [{ ...call, inputs: {} }],
    }));
    expect(inputs(faulty)).toMatchObject({
      holds: false,
      counterExamples: expect.arrayContaining([
        expect.objectContaining({
          code: 'INPUT_MISSING',
          at: `terraform/${plan.root} ${call.address}`,
        }),
      ]),
    });
  });
});
