import { access } from './access/access.ts';
import { cost } from './cost/cost.ts';
import { dns } from './dns/dns.ts';
import { permissions } from './iam/permissions.ts';
import { inputs } from './inputs/inputs.ts';
import { logins } from './logins/logins.ts';
import { moves } from './moves/moves.ts';
import { names } from './names/names.ts';
import { packets } from './network/packets.ts';
import { order } from './order/order.ts';
import { promises } from './promises/promises.ts';
import type { Proof } from './proof.ts';
import type { RenderedFleet } from './rendered-fleet.ts';
import { residency } from './residency/residency.ts';
import { backups } from './stores/backups.ts';
import { encryption } from './stores/encryption.ts';
import { recording } from './stores/recording.ts';
import { retention } from './stores/retention.ts';
import { tenants } from './tenants/tenants.ts';

const proofs = {
  inputs,
  names,
  order,
  logins,
  tenants,
  residency,
  encryption,
  backups,
  retention,
  recording,
  packets,
  permissions,
  access,
  dns,
  moves,
  cost,
  promises,
} as const;

/** The name of a proof, as {@link Proof} and a command's `--json` have it. */
export type ProofName = keyof typeof proofs;

/** Every proof that {@link prove} tries, in its order. */
export const proofNames = Object.keys(proofs) as readonly ProofName[];

/** Tries every proof on the whole rendered fleet. */
export const prove = (rendered: RenderedFleet): readonly Proof[] =>
  Object.values(proofs).map((proof) => proof(rendered));
