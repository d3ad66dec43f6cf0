import { loner, standby } from '@bizflow/config/testing';
import { type Plants, withFacts, withNewResource } from '../planted.ts';

/** Effects on borders. */
export const borderPlants: Plants = {
  'borders/crossing-begins': {
    'a bucket of a region that is copied abroad, with a legal basis': withFacts((draft) => {
      draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
      draft.exceptions.push({
        ...{ flow: 'bucket-replica', from: loner.id, to: standby.id, basis: 'a law, art. 1' },
        subjects: draft.catalog[loner.id].serves,
      });
    }),
  },
  'borders/no-legal-basis': {
    'a bucket of a region that is copied abroad without a written legal basis': withFacts(
      (draft) => {
        draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
      },
    ),
  },
  'borders/crossing-ends': {
    'a copy abroad that ends': {
      older: withFacts((draft) => {
        draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
      }),
      newer: (side) => ({ ...side, fleet: structuredClone(side.fleet) }),
    },
  },
  'borders/legal-basis': {
    'another basis of an exception': withFacts((draft) => {
      draft.exceptions[0].basis = 'another law';
    }),
  },
  'borders/ways': {
    'logs that go to another region': withNewResource('aws_cloudwatch_event_target', {
      arn: `arn:aws:events:${standby.id}:999999999999:event-bus/planted`,
    }),
  },
};
