import { ofType, type Plan, secretNameIn } from '@bizflow/terraform-plan';

/** The values that Terraform writes, by the names of their secrets; a password in one is named by its secret. */
export type WrittenSecrets = ReadonlyMap<string, string>;

/** Every secret with a value from a root. A copy has the value of what it copies. */
export const writtenSecrets = (plans: readonly Plan[]): WrittenSecrets => {
  const written = new Map(
    plans
      .flatMap((plan) => ofType(plan, 'aws_secretsmanager_secret_version'))
      .map(({ values }) => [
        secretNameIn(String(values.secret_id)),
        String(values.secret_string_wo ?? values.secret_string),
      ]),
  );
  const source = (value: string): string => written.get(copied.exec(value)?.[1] ?? '') ?? value;
  return new Map([...written].map(([name, value]) => [name, source(value)]));
};

const copied = /^‹secret ([^›]+)›$/;

/** A URL of a database, as far as a login needs it. */
export interface DatabaseUrl {
  readonly role: string;
  /** The secret that the password is from. */
  readonly secret: string;
  readonly host: string;
  readonly sslMode: string;
}

const form = /^postgresql:\/\/(\w+):‹secret ([^›]+)›@([^:/@]+):\d+\/\w+\?sslmode=([\w-]+)$/;

/** Whether a value is a URL of a database at all. */
export const isDatabaseUrl = (value: string): boolean => /^postgres(ql)?:\/\//.test(value);

/** The parts of a URL whose password is a secret of its own, and which says what it demands of TLS. */
export const databaseUrl = (value: string): DatabaseUrl | undefined => {
  const [, role = '', secret = '', host = '', sslMode = ''] = form.exec(value) ?? [];
  return role === '' ? undefined : { role, secret, host, sslMode };
};
