import { adequacy, basisOf } from '../src/adequacy.ts';
import { euTerritories } from '../src/areas.ts';
import { euMembers } from '../src/countries.ts';
import type { ResidencyException } from '../src/exceptions.ts';
import type { Loose } from './loose.ts';

const [hub, standby, north, west] = ['xx-central-1', 'xx-east-1', 'xx-north-1', 'xx-west-1'];
const legalBasis = { basis: 'an example, art. 1', decision: 'docs/decisions/0000-an-example.md' };
const toStandby = { from: hub, to: standby, subjects: ['IN'], ...legalBasis };

/** An exception for each border that the example places cross. */
export const exampleExceptions = [
  { flow: 'rest', from: standby, to: standby, subjects: ['MY'], ...legalBasis },
  { flow: 'write', from: standby, to: hub, subjects: ['SG', 'MY'], ...legalBasis },
  { flow: 'rest', from: north, to: north, subjects: ['AE'], ...legalBasis },
  {
    ...{ flow: 'rest', from: west, to: west, subjects: [...euMembers, ...euTerritories] },
    ...{ ...legalBasis, basis: basisOf(adequacy['EEA to GB']) },
  },
  { flow: 'database-replica', ...toStandby },
  { flow: 'redis-replica', ...toStandby },
  { flow: 'bucket-replica', ...toStandby },
  { flow: 'backup-copy', ...toStandby },
  { flow: 'fallback', ...toStandby },
] satisfies Loose<ResidencyException>[];
