import { skips } from '@bizflow/testing/tools';
import { describe, expect, it } from 'vitest';
import { laterSchema } from '../../testing/later-schema.ts';
import { withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import { inputs } from './inputs.ts';
import { referenceRules } from './reference-rules.ts';
import { schemaRules, unheldTypes } from './schema-rules.ts';

const sources = Object.values(own.tree);
const later = laterSchema();
const noSchema = skips(
  'provider-schema',
  'the modules under a later provider',
  'why' in later ? later.why : undefined,
);

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

  it.skipIf(noSchema)('stay valid under a later provider', () => {
    if ('why' in later) return;
    const unheld = unheldTypes(sources, later);
    if (unheld.length > 0) console.log(`SKIPPED: the file of schemas lacks ${unheld.join(', ')}`);
    expect(sources.flatMap((source) => schemaRules(source, later))).toEqual([]);
    expect(own.plans.flatMap((plan) => referenceRules(plan, later))).toEqual([]);
  });
});
