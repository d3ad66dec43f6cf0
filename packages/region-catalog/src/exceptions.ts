import { freeze } from '@bizflow/kernel';
import { adequacy, basisOf } from './adequacy.ts';
import { euTerritories } from './areas.ts';
import { type CountryCode, euMembers } from './countries.ts';
import type { FlowKind } from './flows.ts';
import type { RegionId } from './region-ids.ts';

/** A data flow across a border that the company has decided to allow, with its legal basis. */
export interface ResidencyException {
  readonly flow: FlowKind;
  readonly from: RegionId;
  readonly to: RegionId;
  /** Whose people's data crosses. */
  readonly subjects: readonly CountryCode[];
  /** The law or decision that allows it; one of `adequacy` in `./rules` holds for its own areas only. */
  readonly basis: string;
  /** The page that explains it. */
  readonly decision: `docs/decisions/${string}.md`;
}

const singaporeStandsBy = {
  from: 'ap-south-1',
  to: 'ap-southeast-1',
  subjects: ['IN'],
  basis: 'DPDP Act s. 16: transfer is free unless the Central Government restricts the country',
  decision: 'docs/decisions/0008-singapore-writes-to-india.md',
} as const;

/** Every border crossing that is allowed while no move is in progress. One that no flow needs is a problem too. */
export const writtenExceptions = freeze([
  {
    flow: 'rest',
    from: 'ap-southeast-1',
    to: 'ap-southeast-1',
    subjects: ['MY'],
    basis: 'PDPA (Malaysia) s. 129: transfer to a place with a substantially similar law',
    decision: 'docs/decisions/0008-singapore-writes-to-india.md',
  },
  {
    flow: 'write',
    from: 'ap-southeast-1',
    to: 'ap-south-1',
    subjects: ['SG', 'MY'],
    basis: 'PDPA (Singapore) s. 26 and PDPA (Malaysia) s. 129: contract with comparable protection',
    decision: 'docs/decisions/0008-singapore-writes-to-india.md',
  },
  {
    flow: 'rest',
    from: 'me-south-1',
    to: 'me-south-1',
    subjects: ['AE'],
    basis: 'UAE Federal Decree-Law 45/2021 art. 22-23: Bahrain, with safeguards by contract',
    decision: 'docs/decisions/0006-me-south-1-is-bahrain.md',
  },
  {
    flow: 'rest',
    from: 'eu-west-2',
    to: 'eu-west-2',
    subjects: [...euMembers, ...euTerritories],
    basis: basisOf(adequacy['EEA to GB']),
    decision: 'docs/decisions/0007-eu-tenants-in-the-uk.md',
  },
  { flow: 'database-replica', ...singaporeStandsBy },
  { flow: 'redis-replica', ...singaporeStandsBy },
  { flow: 'bucket-replica', ...singaporeStandsBy },
  { flow: 'backup-copy', ...singaporeStandsBy },
  { flow: 'fallback', ...singaporeStandsBy },
] as const satisfies readonly ResidencyException[]);
