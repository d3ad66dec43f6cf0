import { committed, followed } from '@bizflow/config/testing';
import { expect, it } from 'vitest';
import { changedPlan, withPlan } from '../../testing/planted.ts';
import { own } from '../../testing/repository.ts';
import type { RenderedFleet } from '../rendered-fleet.ts';
import { logins } from './logins.ts';

const root = `environments/production/${followed.id}`;
/** The region and every other one that writes to its database. */
const writers = Object.values(committed.catalog)
  .filter(({ database }) => database.writer === followed.id)
  .map(({ id }) => id);
const secrets = (name: string) => writers.map((id) => `bizflow/production/${id}/${name}`);

const found = (rendered: RenderedFleet): readonly string[] => {
  const proof = logins(rendered);
  return proof.holds ? [] : proof.counterExamples.map(({ code, at }) => `${code} ${at}`).toSorted();
};

/** The rendered fleet with the URLs of one region changed. */
const withUrl = (change: (url: string) => string) =>
  withPlan(own, root, (plan) =>
    changedPlan(plan, /^aws_secretsmanager_secret_version$/, (values) =>
      String(values.secret_string_wo).startsWith('postgresql:')
        ? { ...values, secret_string_wo: change(String(values.secret_string_wo)) }
        : values,
    ),
  );

/** The rendered fleet with a text of one kind of manifest changed. */
const withManifest = (kind: string, from: string, to: string): RenderedFleet => ({
  ...own,
  manifests: Object.fromEntries(
    Object.entries(own.manifests).map(([file, text]) =>
      file.includes(`gitops/production/${followed.id}/`) &&
      file.includes(`/${kind}-tenant-isolation`)
        ? [file, text.replaceAll(from, to)]
        : [file, text],
    ),
  ),
});

it('shows that every URL of a database logs in, those of regions that write elsewhere too', () => {
  const proof = logins(own);
  expect(proof).toMatchObject({ holds: true });
  const witness = proof.holds ? proof.witness : [];
  for (const place of [...writers.map((id) => `production/${id}/`), 'staging/']) {
    expect(witness.filter((line) => line.includes(place)).length, place).toBeGreaterThan(1);
  }
});

const application = secrets('database');
const migration = secrets('database-migration');
const all = (code: string, names: readonly string[]) =>
  names.map((name) => `${code} ${name}`).toSorted();

it('has a database that other regions write to', () => {
  expect(writers.length).toBeGreaterThan(1);
});

it.each([
  [
    'a login that no Job sets',
    withManifest('configmap', 'login bizflow_app_blue', 'true'),
    'LOGIN_UNSET',
  ],
  [
    'another password than the Job gets',
    withManifest('externalsecret', 'blue-password', 'green-password'),
    'LOGIN_UNSET',
  ],
  [
    'another number than the Job waits for',
    withManifest('job', 'value: "1"', 'value: "3"'),
    'LOGIN_UNSET',
  ],
  [
    'the role without a login',
    withUrl((url) => url.replace('bizflow_app_blue', 'bizflow_app')),
    'LOGIN_UNSET',
  ],
])('names %s', (_, rendered, code) => {
  expect(found(rendered)).toEqual(all(code, application));
});

it("names a master user with another password than RDS's", () => {
  const rendered = withPlan(own, root, (plan) =>
    changedPlan(plan, /^aws_db_instance$/, (values) => ({ ...values, password_wo: 'other' })),
  );
  expect(found(rendered)).toEqual(all('LOGIN_UNSET', migration));
});

it('names a URL that RDS refuses, and one without a password from a secret', () => {
  const every = [...application, ...migration];
  expect(found(withUrl((url) => url.replace('require', 'prefer')))).toEqual(
    all('LOGIN_WITHOUT_TLS', every),
  );
  expect(found(withUrl((url) => url.replace(/‹.*›/, 'known')))).toEqual(all('LOGIN_URL', every));
});
