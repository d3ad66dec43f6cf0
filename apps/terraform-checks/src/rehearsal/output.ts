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
  readonly change?: { readonly resource: { readonly addr: string }; readonly action: string };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail?: string;
    readonly address?: string;
  };
}

const linesOf = (text: string): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** The errors among the lines of `-json` output. */
export const diagnosticsIn = (text: string): readonly Diagnostic[] =>
  linesOf(text).flatMap(({ diagnostic }) => {
    if (diagnostic?.severity !== 'error') return [];
    const { address = '', summary, detail = '' } = diagnostic;
    return { address, message: `${summary}: ${detail}`.replace(/\s+/g, ' ').trim() };
  });

const changedIn =
  (actions: RegExp) =>
  (text: string): readonly string[] =>
    linesOf(text).flatMap(({ type, change }) =>
      type === 'planned_change' && change !== undefined && actions.test(change.action)
        ? [change.resource.addr]
        : [],
    );

/** What a plan would make, change or take away, among the lines of `-json` output. */
export const plannedIn = changedIn(/^(?!(?:noop|read)$)/);

/** What a plan would take away, for good or to make it again, among the lines of `-json` output. */
export const takenIn = changedIn(/^(?:delete|replace)$/);

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
