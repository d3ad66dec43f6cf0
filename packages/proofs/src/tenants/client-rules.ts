import type { Tenancy } from '@bizflow/config/tenancy';
import { isObject, type Problem, unless } from '@bizflow/kernel';
import { databaseUrl, type WrittenSecrets } from '../logins/written-secrets.ts';
import type { Reaching } from './applied-rules.ts';
import { type Manifest, secretsRead, valuesUnder } from './manifests.ts';
import { applicationRoles } from './role-rules.ts';

/** An object whose pods have the URL of a database, and the role that it names. */
export interface Client {
  readonly manifest: Manifest;
  readonly role: string;
}

/** Everything in a cluster that has the URL of a database. */
export const clientsIn = (
  { objects }: Pick<Reaching, 'objects'>,
  written: WrittenSecrets,
): readonly Client[] =>
  objects
    .filter(({ kind }) => kind === 'ExternalSecret')
    .flatMap((copy) => {
      const [target] = valuesUnder('target', copy.spec);
      const name = isObject(target) ? target.name : undefined;
      const readers = objects.filter(
        (one) =>
          one.metadata.namespace === copy.metadata.namespace &&
          secretsRead(one).some((secret) => secret === name),
      );
      return rolesIn(copy, written).flatMap((role) =>
        readers.map((manifest) => ({ manifest, role })),
      );
    });

const rolesIn = (copy: Manifest, written: WrittenSecrets): readonly string[] =>
  valuesUnder('key', copy.spec).flatMap((key) => {
    const url = databaseUrl(written.get(String(key)) ?? '');
    return url === undefined ? [] : [url.role];
  });

/** Only the migration comes as the tables' owner; every other pod has one of the application's logins. */
export const clientRules = (
  reaching: Reaching,
  written: WrittenSecrets,
  tenancy: Tenancy,
): readonly Problem[] => {
  const roles = applicationRoles(tenancy);
  const migrating = reaching.migrations.flatMap(({ jobs, templates }) => [...jobs, ...templates]);
  return clientsIn(reaching, written).flatMap(({ manifest, role }) =>
    unless(roles.includes(role) || migrating.includes(manifest), {
      code: 'TENANTS_OWNER',
      at: manifest.file,
      value: role,
      reason: 'is not a role of the application, so grants and policies do not bind these pods',
      remedy: `let them log in as ${roles.slice(1).join(' or ')}`,
    }),
  );
};
