import { loner, standby } from '@bizflow/config/testing';
import { type Planted, withFacts, withNewResource } from '../planted.ts';

/** Effects on borders. */
export const borderPlants: readonly Planted[] = [
  {
    rule: 'borders/crossing-begins',
    what: 'a bucket of a region that is copied abroad, with a legal basis',
    newer: withFacts((draft) => {
      draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
      draft.exceptions.push({
        ...{ flow: 'bucket-replica', from: loner.id, to: standby.id, basis: 'a law, art. 1' },
        subjects: draft.catalog[loner.id].serves,
      });
    }),
  },
  {
    rule: 'borders/no-legal-basis',
    what: 'a bucket of a region that is copied abroad without a written legal basis',
    newer: withFacts((draft) => {
      draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
    }),
  },
  {
    rule: 'borders/crossing-ends',
    what: 'a copy abroad that ends',
    older: withFacts((draft) => {
      draft.catalog[loner.id].buckets[0].replicatesTo = standby.id;
    }),
    newer: (side) => ({ ...side, fleet: structuredClone(side.fleet) }),
  },
  {
    rule: 'borders/legal-basis',
    what: 'another basis of an exception',
    newer: withFacts((draft) => {
      draft.exceptions[0].basis = 'another law';
    }),
  },
  {
    rule: 'borders/ways',
    what: 'logs that go to another region',
    newer: withNewResource('aws_cloudwatch_event_target', {
      arn: `arn:aws:events:${standby.id}:999999999999:event-bus/planted`,
    }),
  },
];
