/** The in-toto Statement (v1) that says of which commit the files of some folders are the render. */
export interface RenderStatement {
  readonly _type: typeof statementType;
  /** Every file, in the order of its path. */
  readonly subject: readonly {
    readonly name: string;
    readonly digest: { readonly sha256: string };
  }[];
  readonly predicateType: typeof renderType;
  readonly predicate: {
    readonly source: { readonly uri: string; readonly digest: { readonly gitCommit: string } };
    readonly generator: { readonly name: string; readonly version: string };
    /** They contain the files above and nothing else. */
    readonly folders: readonly string[];
  };
}

const statementType = 'https://in-toto.io/Statement/v1';

/** The type of our predicate. */
export const renderType = 'https://bizflow.app/attestations/render/v1';

/** SHA-256 of each file by its path, in hexadecimal digits. */
export type Digests = ReadonlyMap<string, string>;

/** What a statement is made of. */
export interface Rendered {
  readonly repository: string;
  readonly commit: string;
  readonly generator: { readonly name: string; readonly version: string };
  readonly folders: readonly string[];
  readonly digests: Digests;
}

/** The statement about a render: the same commit gives the same bytes. */
export const renderStatement = ({
  repository,
  commit,
  generator,
  folders,
  digests,
}: Rendered): RenderStatement => ({
  _type: statementType,
  subject: [...digests]
    .map(([name, sha256]) => ({ name, digest: { sha256 } }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  predicateType: renderType,
  predicate: {
    source: { uri: `git+${repository}`, digest: { gitCommit: commit } },
    generator,
    folders,
  },
});

/** Whether a value is a statement about a render. */
export function isRenderStatement(value: unknown): value is RenderStatement {
  const { _type, predicateType, subject, predicate } = members(value);
  const { source, folders } = members(predicate);
  return (
    _type === statementType &&
    predicateType === renderType &&
    typeof members(members(source).digest).gitCommit === 'string' &&
    isListOf(folders, (folder) => typeof folder === 'string') &&
    isListOf(subject, (file) => typeof members(file).name === 'string')
  );
}

const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(is);

/** The members of an object, and none of anything else. */
export const members = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
