import { writtenSecrets } from '../logins/written-secrets.ts';
import { type Proof, proofOf } from '../proof.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import {
  appliedRules,
  type Reaching,
  reachingClusters,
  writtenDatabases,
} from './applied-rules.ts';
import { clientRules, clientsIn } from './client-rules.ts';
import { effectsOf } from './effects.ts';
import { isolationRules } from './isolation-rules.ts';
import { statementsIn } from './statements.ts';

/** Row-level security keeps the rows of tenants apart, for every pod that logs in to a database. */
export const tenants = (rendered: RenderedFleet): Proof => {
  const { tenancy } = rendered.fleet;
  const written = writtenSecrets(rendered.plans);
  const reaching = reachingClusters(rendered);
  return proofOf('tenants', 'a pod is shown the rows of the one tenant that it has set, or none', {
    problems: reaching.flatMap((one) => [
      ...appliedRules(one, tenancy.service),
      ...one.migrations.flatMap(({ at, sql }) =>
        isolationRules(at, effectsOf(statementsIn(sql)), tenancy),
      ),
      ...clientRules(one, written, tenancy),
    ]),
    witness: reaching.flatMap((one) => [
      ...tables(one, rendered),
      ...clientsIn(one, written).map(
        ({ manifest, role }) => `${one.cluster.id}: ${manifest.metadata.name} logs in as ${role}`,
      ),
    ]),
  });
};

const tables = ({ cluster, plan }: Reaching, { fleet: { tenancy } }: RenderedFleet) =>
  writtenDatabases(plan).flatMap((database) =>
    tenancy.tables.map(
      ({ name, tenantColumn }) =>
        `${cluster.id} ${database}: ${name} by ${tenantColumn} and ${tenancy.setting}, forced, before each release of ${tenancy.service}`,
    ),
  );
