/** An error of Terraform about one resource; without an address it is about the root. */
export interface Diagnostic {
  readonly address: string;
  readonly message: string;
}

/** The type of resource that an address is about, or `root` for none. */
export const typeOf = (address: string): string =>
  /(aws_\w+)\.\w+(?:\[.*\])?$/.exec(address)?.[1] ?? 'root';

interface Line {
  readonly type?: string;
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

/** The errors among the lines of `-json` output. */
export const diagnosticsIn = (text: string): readonly Diagnostic[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      const { diagnostic }: Line = JSON.parse(line);
      if (diagnostic?.severity !== 'error') return [];
      const { address = '', summary, detail = '' } = diagnostic;
      return { address, message: `${summary}: ${detail}`.replace(/\s+/g, ' ').trim() };
    });

interface Change {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
  };
}

const changesOf = (shown: string): readonly Change[] => {
  const { resource_changes: all = [] }: { readonly resource_changes?: readonly Change[] } =
    JSON.parse(shown);
  return all.filter(({ mode }) => mode === 'managed');
};

/** What `show -json` of a plan would make, change or replace. */
export const changesIn = (shown: string) =>
  changesOf(shown)
    .filter(({ change }) => change.actions.join() !== 'no-op')
    .map(({ address, type, change }) => ({
      address,
      type,
      actions: change.actions.join('+'),
      message: differing(change.before ?? {}, change.after ?? {}),
    }));

const differing = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string =>
  Object.keys({ ...before, ...after })
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .join(', ');

interface Module {
  readonly resources?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly tainted?: boolean;
    readonly values?: Readonly<Record<string, unknown>>;
  }[];
  readonly child_modules?: readonly Module[];
}

const resourcesIn = (shown: string): NonNullable<Module['resources']> => {
  const { values }: { readonly values?: { readonly root_module?: Module } } = JSON.parse(shown);
  const within = ({ resources = [], child_modules: inner = [] }: Module): typeof resources => [
    ...resources.filter(({ mode }) => mode === 'managed'),
    ...inner.flatMap(within),
  ];
  return within(values?.root_module ?? {});
};

/** The addresses that are complete in a state, from `show -json`. */
export const heldIn = (shown: string): ReadonlySet<string> =>
  new Set(
    resourcesIn(shown)
      .filter(({ tainted }) => tainted !== true)
      .map(({ address }) => address),
  );

/** The id of a thing in a state by the end of its address, if it is there. */
export const idIn = (shown: string, end: string): string | undefined => {
  const id = resourcesIn(shown).find(({ address }) => address.endsWith(end))?.values?.id;
  return typeof id === 'string' ? id : undefined;
};
