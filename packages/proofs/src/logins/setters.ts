import { parse } from 'yaml';

/** A role whose password a Job sets, from a secret, where this has the number. */
export interface Setter {
  readonly role: string;
  readonly secret: string;
  readonly number: string;
}

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly target?: { readonly name: string };
    readonly data?: readonly {
      readonly secretKey: string;
      readonly remoteRef: { readonly key: string };
    }[];
    readonly template?: {
      readonly spec: {
        readonly containers: readonly { readonly env?: readonly Variable[] }[];
        readonly volumes?: readonly { readonly configMap?: { readonly name: string } }[];
      };
    };
  };
}

// As the script of the migration calls it: the role, and the variables of its number and its password.
const call = /^login (\w+) "\$(\w+)" "\$(\w+)"$/gm;

/** What the Jobs of a cluster's folder set, from their scripts, variables and ExternalSecrets. */
export const settersIn = (
  manifests: Readonly<Record<string, string>>,
  folder: string,
): readonly Setter[] => {
  const all = Object.entries(manifests)
    .filter(([file]) => file.startsWith(folder) && /\/(job|configmap|externalsecret)-/.test(file))
    .map(([, text]): Manifest => parse(text));
  return all.filter(({ kind }) => kind === 'Job').flatMap((job) => settersOf(job, all));
};

const settersOf = ({ spec }: Manifest, all: readonly Manifest[]): readonly Setter[] => {
  const pod = spec?.template?.spec;
  const env = pod?.containers.flatMap((one) => one.env ?? []) ?? [];
  const scripts = (pod?.volumes ?? []).flatMap(({ configMap }) =>
    all
      .filter(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMap?.name)
      .flatMap(({ data }) => Object.values(data ?? {})),
  );
  const variable = (name = '') => env.find((one) => one.name === name);
  return scripts.flatMap((script) =>
    [...script.matchAll(call)].map(([, role = '', number, password]) => ({
      role,
      number: variable(number)?.value ?? '',
      secret: remoteOf(variable(password), all),
    })),
  );
};

/** The secret in Secrets Manager behind a variable of a Secret; empty where nothing copies it. */
const remoteOf = (variable: Variable | undefined, all: readonly Manifest[]): string => {
  const ref = variable?.valueFrom?.secretKeyRef;
  const copied = all
    .filter(({ kind, spec }) => kind === 'ExternalSecret' && spec?.target?.name === ref?.name)
    .flatMap(({ spec }) => spec?.data ?? []);
  return copied.find(({ secretKey }) => secretKey === ref?.key)?.remoteRef.key ?? '';
};
