/** What a state has of one resource; only what is complete. */
interface Held {
  readonly address: string;
  readonly id: unknown;
}

/** A state, as far as a rehearsal looks into it. */
export interface State {
  /** The resources that are complete. */
  readonly held: readonly Held[];
  /** Outputs by their name. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface Pulled {
  readonly outputs?: Readonly<Record<string, { readonly value: unknown }>>;
  readonly resources?: readonly {
    readonly module?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly status?: string;
      readonly attributes?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/**
 * Reads what `state pull` printed. `show -json` says the same and starts the provider for it, which takes
 * longer than most applies.
 */
export function stateIn(text: string): State {
  const start = text.indexOf('{');
  const { outputs = {}, resources = [] }: Pulled = start < 0 ? {} : JSON.parse(text.slice(start));
  return {
    held: resources
      .filter(({ mode }) => mode === 'managed')
      .flatMap(({ module, type, name, instances }) =>
        instances
          .filter(({ status }) => status !== 'tainted')
          .map(({ index_key: key, attributes }) => ({
            address: [...(module === undefined ? [] : [module]), type, name].join('.') + at(key),
            id: attributes?.id,
          })),
      ),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
  };
}

const at = (key: string | number | undefined): string =>
  key === undefined ? '' : `[${JSON.stringify(key)}]`;

/** The id of a thing in a state by the end of its address, if it is there. */
export const idIn = ({ held }: State, end: string): string | undefined => {
  const id = held.find(({ address }) => address.endsWith(end))?.id;
  return typeof id === 'string' ? id : undefined;
};
