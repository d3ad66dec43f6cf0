import { type Problem, problem } from '@bizflow/kernel';
import type { ModuleSource } from '@bizflow/terraform-plan';
import { isObject, type Value } from '@bizflow/terraform-plan';

const region =
  /\b(?:af|ap|ca|eu|il|me|mx|sa|us)-(?:central|(?:north|south)(?:east|west)?|east|west)-\d[a-z]?\b/g;
const account = /(?<![\w.-])\d{12}(?![\w-])/g;

/** A place that is the same for everyone, and why. */
export interface Fixed {
  readonly folder: string;
  readonly literal: string;
  readonly why: string;
}

/**
 * Regions and accounts that a module's expressions spell out. Descriptions, messages and comments
 * may name examples; a place that is the same everywhere is listed, as long as it is needed.
 */
export const placeRules = (
  sources: readonly ModuleSource[],
  fixed: readonly Fixed[],
): readonly Problem[] => {
  const found = sources.flatMap((source) =>
    textsOf(source).flatMap(({ at, text }) =>
      [...(text.match(region) ?? []), ...(text.match(account) ?? [])].map((literal) => ({
        at: `terraform/${source.folder} ${at}`,
        folder: source.folder,
        literal,
      })),
    ),
  );
  const allows = (one: Fixed, { folder, literal }: (typeof found)[number]): boolean =>
    one.folder === folder && one.literal === literal;
  return [
    ...found
      .filter((one) => !fixed.some((known) => allows(known, one)))
      .map(({ at, literal }) =>
        problem({
          code: 'PLACE_LITERAL',
          at,
          value: literal,
          reason: 'a module must not name a region or an account',
          remedy: 'pass it to the module as a variable',
        }),
      ),
    ...fixed
      .filter((known) => !found.some((one) => allows(known, one)))
      .map(({ folder, literal }) =>
        problem({
          code: 'PLACE_STALE',
          at: `terraform/${folder}`,
          value: literal,
          reason: 'no expression of the module names this place any more',
          remedy: 'delete the entry',
        }),
      ),
  ];
};

const silent: ReadonlySet<string> = new Set(['description', 'error_message', '//']);

const textsOf = ({ variables, locals, outputs, blocks, modules }: ModuleSource) => [
  ...texts(variables, 'var'),
  ...texts(locals, 'local'),
  ...texts(outputs, 'output'),
  ...texts(modules, 'module'),
  ...blocks.flatMap(({ type, name, body }) => texts(body, `${type}.${name}`)),
];

const texts = (
  value: Value,
  at: string,
): readonly { readonly at: string; readonly text: string }[] => {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isObject(value) && silent.has(key) ? [] : [{ at, text: key }, ...texts(inner, `${at}.${key}`)],
  );
};
