import { randomBytes } from 'node:crypto';
import { type Plan, type Resource, secretNameIn } from '@bizflow/terraform-plan';

/** An account as it is after some applies: the secrets, and what RDS was given. */
export interface Account {
  readonly secrets: ReadonlyMap<string, string>;
  /** Every value that was ever drawn. */
  readonly drawn: ReadonlySet<string>;
  /** Applies a plan: a write-only argument is sent when its number is another than before. */
  readonly apply: (plan: Plan) => { readonly masterPassword: string | undefined };
}

/** Where the database listens here, in the place of the name and port that RDS gives it. */
export interface Place {
  readonly suffix: string;
  readonly port: number;
}

/** An account without anything. Values pass through as on AWS: plans name secrets, and only their store has values. */
export function emptyAccount({ suffix, port }: Place): Account {
  const secrets = new Map<string, string>();
  const drawn = new Set<string>();
  const sent = new Map<string, unknown>();
  const draw = (): string => {
    const value = randomBytes(30).toString('base64').replace(/\W/g, 'x');
    drawn.add(value);
    return value;
  };
  const real = (text: string): string =>
    text
      .replaceAll('‹random›', draw)
      .replace(/‹secret ([^›]+)›/g, (_, name) => secrets.get(name) ?? '')
      .replace(/‹suffix of \d+›/, suffix)
      .replace(/:5432\b/, `:${port}`);
  const isNew = (key: string, number: unknown): boolean => {
    const before = sent.get(key);
    sent.set(key, number);
    return before !== number;
  };
  return {
    secrets,
    drawn,
    apply: ({ root, resources }) => {
      const versions = resources.filter(isWritten).toSorted((a, b) => turnOf(a) - turnOf(b));
      for (const { address, values } of versions) {
        if (!isNew(`${root} ${address}`, values.secret_string_wo_version)) continue;
        secrets.set(secretNameIn(String(values.secret_id)), real(String(values.secret_string_wo)));
      }
      const database = resources.find(({ type }) => type === 'aws_db_instance')?.values ?? {};
      const isSent = isNew(`${root} password`, database.password_wo_version ?? null);
      const password = database.password_wo ?? null;
      return {
        masterPassword: isSent && password !== null ? real(String(password)) : undefined,
      };
    },
  };
}

const isWritten = ({ mode, type, values }: Resource): boolean =>
  mode === 'managed' &&
  type === 'aws_secretsmanager_secret_version' &&
  typeof values.secret_string_wo === 'string';

// What is drawn or copied is there before what is composed of it.
const turnOf = ({ values }: Resource): number =>
  /^\w+:\/\//.test(String(values.secret_string_wo)) ? 1 : 0;
