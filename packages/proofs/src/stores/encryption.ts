import { managed } from '@bizflow/terraform-plan';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { encryptionRules } from './encryption-rules.ts';
import { storeKinds } from './store-kinds.ts';

/** Whatever keeps data is encrypted at rest, with a key of its own region, and on the way. */
export const encryption = ({ plans }: RenderedFleet): Proof => {
  const stores = plans.flatMap(managed).filter(({ type }) => Object.hasOwn(storeKinds, type));
  const kinds = Map.groupBy(stores, ({ type }) => type);
  return proofOf(
    'encryption',
    'every store is encrypted, with a key of its own region, and by TLS',
    {
      problems: plans.flatMap(encryptionRules),
      witness: [...kinds].map(
        ([type, all]) => `${type}: ${all.length} with keys of their own region`,
      ),
    },
  );
};
