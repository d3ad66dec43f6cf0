import { isList, isObject, type Value, type Values } from '../expression/value.ts';

/** A resource or data source as it is written, its expressions still text. */
export interface Block {
  readonly mode: 'managed' | 'data' | 'ephemeral';
  readonly type: string;
  readonly name: string;
  readonly body: Values;
  readonly file: string;
}

/** What the files of one folder say together. */
export interface ModuleSource {
  /** The path of the folder, with slashes. */
  readonly folder: string;
  readonly files: readonly string[];
  readonly variables: Readonly<Record<string, Values>>;
  readonly locals: Values;
  readonly outputs: Readonly<Record<string, Values>>;
  readonly blocks: readonly Block[];
  readonly modules: Readonly<Record<string, Values>>;
  readonly providers: Readonly<Record<string, readonly Values[]>>;
  readonly terraform: readonly Values[];
  /** Other files of the folder, which expressions read: a function of CloudFront. */
  readonly assets: Readonly<Record<string, string>>;
}

/** One file's content in hcl2json's form. */
export interface SourceFile {
  readonly name: string;
  readonly content: Values;
}

/** Blocks may come once or several times; both read as a list. */
export const bodies = (value: Value | undefined): readonly Values[] =>
  (isList(value) ? value : [value]).filter((one) => isObject(one)) as readonly Values[];

const labelled = (files: readonly SourceFile[], kind: string): Readonly<Record<string, Values>> =>
  Object.fromEntries(
    files.flatMap(({ content }) =>
      bodies(content[kind]).flatMap((named) =>
        Object.entries(named).map(([name, value]) => [name, bodies(value)[0] ?? {}] as const),
      ),
    ),
  );

const blocksOf = (
  files: readonly SourceFile[],
  kind: string,
  mode: Block['mode'],
): readonly Block[] =>
  files.flatMap(({ name: file, content }) =>
    bodies(content[kind]).flatMap((types) =>
      Object.entries(types).flatMap(([type, named]) =>
        bodies(named).flatMap((one) =>
          Object.entries(one).map(([name, value]) => {
            const body = bodies(value)[0] ?? {};
            return { mode, type, name, body, file };
          }),
        ),
      ),
    ),
  );

/** Joins the files of a folder, as Terraform does. */
export const moduleSource = (
  folder: string,
  files: readonly SourceFile[],
  assets: ModuleSource['assets'],
): ModuleSource => ({
  assets,
  folder,
  files: files.map(({ name }) => name),
  variables: labelled(files, 'variable'),
  locals: Object.assign({}, ...files.flatMap(({ content }) => bodies(content.locals))),
  outputs: labelled(files, 'output'),
  blocks: [
    ...blocksOf(files, 'resource', 'managed'),
    ...blocksOf(files, 'data', 'data'),
    ...blocksOf(files, 'ephemeral', 'ephemeral'),
  ],
  modules: labelled(files, 'module'),
  providers: providersOf(files),
  terraform: files.flatMap(({ content }) => bodies(content.terraform)),
});

const providersOf = (files: readonly SourceFile[]): Readonly<Record<string, readonly Values[]>> => {
  const found = files.flatMap(({ content }) =>
    bodies(content.provider).flatMap((named) =>
      Object.entries(named).flatMap(([name, value]) =>
        bodies(value).map((body) => ({ name, body })),
      ),
    ),
  );
  return Object.fromEntries(
    [...Map.groupBy(found, ({ name }) => name)].map(([name, all]) => [
      name,
      all.map(({ body }) => body),
    ]),
  );
};
