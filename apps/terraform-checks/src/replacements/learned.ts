import type { Named } from './crafted.ts';

/** What the provider said of a type: attributes that make a resource again, and those that it changes in place. */
export interface Learned {
  readonly replaces: readonly string[];
  readonly inPlace: readonly string[];
}

/** The table: which provider said so, and of which attributes it said nothing. */
export interface Table {
  readonly provider: string;
  readonly types: Readonly<Record<string, Learned>>;
  /** Cases that the provider could not plan without an account, `type attribute`. */
  readonly unasked: readonly string[];
}

/** The part of `terraform show -json` of a plan that is read here. */
export interface ShownPlan {
  readonly resource_changes?: readonly {
    readonly name: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
}

const withoutIndices = (path: readonly (string | number)[]): string =>
  path.filter((step) => typeof step === 'string').join('.');

/** Whether a path that forces a replacement is the attribute, or a block around it. */
const isOf = (path: string, attribute: string): boolean =>
  path === attribute || attribute.startsWith(`${path}.`);

/** Sorts each case by what a plan says of it. */
export const learnedFrom = (plan: ShownPlan, cases: Named): Table['types'] => {
  const types: Record<string, { replaces: string[]; inPlace: string[] }> = {};
  for (const { name, change } of plan.resource_changes ?? []) {
    const one = cases.get(name);
    if (one === undefined) continue;
    types[one.type] ??= { replaces: [], inPlace: [] };
    const paths = (change.replace_paths ?? []).map(withoutIndices);
    const list = paths.some((path) => isOf(path, one.attribute)) ? 'replaces' : 'inPlace';
    types[one.type]?.[list].push(one.attribute);
  }
  const sorted = Object.entries(types).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([type, { replaces, inPlace }]) => [
      type,
      { replaces: replaces.sort(), inPlace: inPlace.sort() },
    ]),
  );
};

/** The names of the resources that the errors of a plan are about: what was planned comes before them. */
export const erring = (text: string): ReadonlySet<string> => {
  const errors = text.slice(Math.max(text.search(/^\W*Error: /m), 0));
  const named = errors.matchAll(/(?:with |in resource\.)aws_\w+\.(case_\d+)/g);
  return new Set([...named].map(([, name = '']) => name));
};
