import { followed, standby } from '@bizflow/config/testing';
import type { Problem } from '@bizflow/kernel';
import { describe, expect, it } from 'vitest';
import { own } from '../../testing/repository.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { tenants } from './tenants.ts';

const { tenancy } = own.fleet;
const folder = `gitops/production/${followed.id}/services/${tenancy.service}/`;
const [table] = tenancy.tables;
const customers = `"${tenancy.schema}"."${table?.name}"`;
const closing = `ALTER TABLE ${customers} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;`;
const ownRow = `("${table?.tenantColumn}" = nullif(current_setting('${tenancy.setting}', true), '')::uuid)`;
const grant = new RegExp(`GRANT [A-Z, ]+ ON TABLE ${customers} TO "${tenancy.role}";`);

/** The rendered fleet with files of one kind, of the service with the migration, changed; undefined removes them. */
const withFile = (
  kind: string,
  change: (text: string) => string | undefined,
  within = folder,
): RenderedFleet => {
  const manifests = Object.entries(own.manifests).flatMap(([file, text]) => {
    if (!file.startsWith(`${within}${kind}`)) return [[file, text] as const];
    const changed = change(text);
    expect(changed, `${file} must have what is to be changed`).not.toBe(text);
    return changed === undefined ? [] : [[file, changed] as const];
  });
  return { ...own, manifests: Object.fromEntries(manifests) };
};

const withSql = (from: string | RegExp, to: string) =>
  withFile('configmap-tenant-isolation', (text) => text.replace(from, () => to));
const found = (rendered: RenderedFleet): readonly Problem[] => {
  const proof = tenants(rendered);
  return proof.holds ? [] : proof.counterExamples;
};
const told = (rendered: RenderedFleet): readonly string[] =>
  found(rendered).map(({ code, value }) => `${code} ${value}`);
/** With more statements after all others, before the audit. */
const also = (sql: string) =>
  withSql('-- Everything is applied now', `${sql.replaceAll('\n', ' ')} -- Everything`);

it('holds for the rendered fleet, and looks at every table, database and pod with a URL', () => {
  const proof = tenants(own);
  expect(proof).toMatchObject({ proof: 'tenants', holds: true });
  const witness = proof.holds ? proof.witness : [];
  for (const { cluster, plan } of own.planned) {
    const isWriter = plan.resources.some(
      ({ type, values }) => type === 'aws_db_instance' && !values.replicate_source_db,
    );
    const tables = witness.filter((line) => line.startsWith(`${cluster.id} `));
    expect(tables.length, cluster.id).toBe(isWriter ? tenancy.tables.length : 0);
    expect(witness.some((line) => line.startsWith(`${cluster.id}: ${tenancy.service} logs`))).toBe(
      true,
    );
  }
});

describe('a table that shows the rows of another tenant', () => {
  const openings: readonly (readonly [string, RenderedFleet, string])[] = [
    ['is not forced', withSql(', FORCE ROW', ', NO FORCE ROW'), 'it is not forced'],
    ['is not enabled', withSql('ENABLE ROW LEVEL SECURITY, ', ''), 'row security is not enabled'],
    ['reads everything', withSql(`USING ${ownRow}`, 'USING (true)'), 'no policy compares'],
    ['takes any row', withSql(`WITH CHECK ${ownRow}`, 'WITH CHECK (true)'), 'no policy compares'],
    [
      'asks another setting',
      withSql(`current_setting('${tenancy.setting}`, `current_setting('app.x`),
      'no policy compares',
    ],
    [
      'has a second policy',
      also(`CREATE POLICY more ON ${customers} AS PERMISSIVE FOR SELECT TO PUBLIC USING (true);`),
      'the policy more says something else',
    ],
    [
      'loses its policy',
      also(`DROP POLICY IF EXISTS tenant_isolation ON ${customers};`),
      'no policy compares',
    ],
    [
      'is opened again',
      also(`ALTER TABLE ${customers} DISABLE ROW LEVEL SECURITY;`),
      'row security is not enabled',
    ],
    [
      'is closed sometimes',
      withSql(closing, `IF false THEN ${closing} END IF;`),
      'row security is not enabled',
    ],
    ['is in a comment', withSql(closing, `-- ${closing}`), 'row security is not enabled'],
    [
      'is in a literal',
      withSql(closing, `RAISE NOTICE '${closing}';`),
      'row security is not enabled',
    ],
  ];
  it.each(openings)('because it %s, is named', (_, rendered, gap) => {
    expect(told(rendered)).toEqual(
      expect.arrayContaining([expect.stringContaining(`TENANTS_OPEN ${gap}`)]),
    );
    const open = found(rendered).find(({ code }) => code === 'TENANTS_OPEN');
    expect(open?.at).toContain(`${folder}configmap-tenant-isolation`);
    expect(open?.at).toContain(customers);
  });

  it('is not one whose FORCE is off only while a foreign key is added', () => {
    const key = (end: string) =>
      also(
        `IF to_regclass('${customers}') IS NOT NULL THEN
  IF NOT EXISTS (SELECT FROM pg_constraint) THEN
    ALTER TABLE ${customers} NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE ${customers} ADD FOREIGN KEY ("a") REFERENCES ${customers} ("a");
    ${end}
  END IF;
END IF;`,
      );
    expect(told(key(`ALTER TABLE ${customers} FORCE ROW LEVEL SECURITY;`))).toEqual([]);
    expect(told(key(''))).toEqual([expect.stringContaining('TENANTS_OPEN it is not forced')]);
  });
});

describe('a right or a role that passes by the policies', () => {
  const fleet: readonly (readonly [string, RenderedFleet, string])[] = [
    [
      'TRUNCATE',
      also(`GRANT TRUNCATE ON TABLE ${customers} TO "${tenancy.role}";`),
      'TENANTS_GRANT TRUNCATE to',
    ],
    [
      'a right of everyone',
      also(`GRANT SELECT ON TABLE ${customers} TO PUBLIC;`),
      'TENANTS_GRANT SELECT to PUBLIC',
    ],
    [
      'an unlisted table',
      also(`GRANT SELECT ON TABLE "public"."other" TO "${tenancy.role}";`),
      'TENANTS_GRANT SELECT to',
    ],
    [
      'BYPASSRLS',
      withSql('NOLOGIN NOSUPERUSER NOBYPASSRLS', 'NOLOGIN NOSUPERUSER BYPASSRLS'),
      'TENANTS_ROLE BYPASSRLS',
    ],
    ['a superuser', withSql(/LOGIN NOSUPERUSER/g, 'LOGIN SUPERUSER'), 'TENANTS_ROLE SUPERUSER'],
    [
      'a missing role',
      withSql(`CREATE ROLE "${tenancy.role}" NOLOGIN`, `CREATE ROLE "other" NOLOGIN`),
      'TENANTS_ROLE missing',
    ],
    [
      'a login of the owner',
      withSql(`INHERIT IN ROLE "${tenancy.role}"`, 'INHERIT IN ROLE "bizflow_admin"'),
      'TENANTS_ROLE member of "bizflow_admin"',
    ],
    [
      'a membership',
      also(`GRANT "bizflow_admin" TO "${tenancy.role}";`),
      `TENANTS_ROLE ${tenancy.role} becomes bizflow_admin`,
    ],
    [
      'an owner',
      also(`ALTER TABLE ${customers} OWNER TO "${tenancy.role}";`),
      `TENANTS_ROLE ${tenancy.role} owns ${customers}`,
    ],
    [
      'a statement that is not known',
      also('ALTER DATABASE app SET row_security = off;'),
      'TENANTS_STATEMENT ALTER DATABASE',
    ],
  ];
  it.each(fleet)('is named: %s', (_, rendered, expected) => {
    expect(told(rendered)).toEqual(expect.arrayContaining([expect.stringContaining(expected)]));
  });

  it('is named where a grant comes before the policy', () => {
    const early = withFile('configmap-tenant-isolation', (text) => {
      const [right = ''] = grant.exec(text) ?? [];
      return text.replace(closing, () => `${right} ${closing}`);
    });
    expect(told(early)).toEqual([expect.stringContaining('TENANTS_GRANT_EARLY SELECT')]);
  });

  it.each([
    ['only tells', withSql('RAISE EXCEPTION', 'RAISE NOTICE')],
    [
      'is written down first',
      withSql(/(IF findings IS NOT NULL THEN[\s\S]*?END IF;)\s*(INSERT INTO[^;]+;)/, ''),
    ],
    ['is not part of the transaction', withSql('DO $isolation$', 'COMMIT; DO $isolation$')],
  ])('is named where the audit %s', (_, rendered) => {
    expect(told(rendered)).toContain('TENANTS_UNCHECKED the audit');
  });
});

describe('a pod that comes before the isolation, or past it', () => {
  it.each([
    [
      'a release that waits for nothing',
      withFile('rollout-', (text) =>
        text.replace(/templateName: tenant-isolation\S+/, 'templateName: other'),
      ),
      'no release of api waits for it first',
    ],
    [
      'a release that waits too late',
      withFile('rollout-', (text) =>
        text.replace(/ {8}- analysis:\n.*\n.*templateName: tenant-isolation.*\n/, ''),
      ),
      'no release of api waits for it first',
    ],
    [
      'a first install without a Job',
      withFile('job-tenant-isolation', () => undefined),
      'no Job applies it',
    ],
    [
      'a script that applies other SQL',
      withFile('configmap-tenant-isolation', (text) => text.replace('--file=', '--other=')),
      'no Job applies it',
    ],
  ])('is named: %s', (_, rendered, value) => {
    const problems = found(rendered).filter(({ code }) => code === 'TENANTS_UNAPPLIED');
    expect(problems.map((one) => one.value)).toContain(value);
    expect(problems.every(({ at }) => at.startsWith(`production/${followed.id} `))).toBe(true);
  });

  it.each([followed, standby])('is named where it logs in as the owner, in $id', ({ id }) => {
    const rendered = withFile(
      `externalsecret-${tenancy.service}.`,
      (text) => text.replace(/\/database$/m, '/database-migration'),
      `gitops/production/${id}/services/${tenancy.service}/`,
    );
    expect(found(rendered)).toMatchObject([
      { code: 'TENANTS_OWNER', at: expect.stringContaining(`production/${id}/`) },
    ]);
  });
});
