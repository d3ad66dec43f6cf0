import { parse } from 'yaml';

/** A Job as it is rendered, with what it runs and what it is told. */
export interface RenderedJob {
  readonly name: string;
  readonly command: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** Its variables, with secrets as a copy of them has them. */
  readonly variables: (copied: Copied) => Readonly<Record<string, string>>;
}

/** The values of Secrets by name and key, as External Secrets last copied them. */
export type Copied = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Manifests {
  readonly [path: string]: string;
}

const read = (manifests: Manifests, folder: string, kind: string) =>
  Object.entries(manifests)
    .filter(([path]) => path.startsWith(folder) && path.includes(`/${kind}-`))
    .map(([, text]) => parse(text));

/** What External Secrets copies into a namespace's folder now. */
export const copy = (
  manifests: Manifests,
  folder: string,
  secrets: ReadonlyMap<string, string>,
): Copied =>
  Object.fromEntries(
    read(manifests, folder, 'externalsecret').map(({ spec }) => [
      spec.target.name,
      Object.fromEntries(
        spec.data.map((one: { secretKey: string; remoteRef: { key: string } }) => [
          one.secretKey,
          secrets.get(one.remoteRef.key) ?? '',
        ]),
      ),
    ]),
  );

/** The only Job of a folder. */
export const jobIn = (manifests: Manifests, folder: string): RenderedJob => {
  const [job] = read(manifests, folder, 'job');
  const { containers, volumes } = job.spec.template.spec;
  const [container] = containers;
  const map = read(manifests, folder, 'configmap').find(
    ({ metadata }) => metadata.name === volumes[0].configMap.name,
  );
  return {
    name: job.metadata.name,
    command: container.command,
    files: map.data,
    variables: (copied) =>
      Object.fromEntries(
        container.env.map(({ name, value, valueFrom }: Variable) => [
          name,
          value ?? copied[valueFrom?.secretKeyRef.name ?? '']?.[valueFrom?.secretKeyRef.key ?? ''],
        ]),
      ),
  };
};

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}
