import { clusters } from '@bizflow/config';
import type { RenderedFleet } from '@bizflow/proofs';
import type { Network } from '@bizflow/region-catalog';

/** The address blocks of one cluster. */
export interface PlacedNetwork extends Network {
  /** `production/<region>`. */
  readonly place: string;
}

/** The address plan: the VPC of each cluster with its nine subnets. */
export const networksOf = ({ fleet }: RenderedFleet): readonly PlacedNetwork[] =>
  clusters(fleet).map(({ id, network: { vpc, public: open, private: own, database } }) => ({
    place: id,
    vpc,
    public: open,
    private: own,
    database,
  }));
