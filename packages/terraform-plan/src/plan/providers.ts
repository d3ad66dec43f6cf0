import { asText, isList, isObject, type Value, type Values } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';
import type { Place } from './known-attributes.ts';

/** The places of a module's providers by name: `aws`, `aws.us_east_1`. */
export type Providers = Readonly<Record<string, Place>>;

const unknownPlace: Place = { region: '‹region›', account: '‹account›' };

/** The providers that a root configures. */
export const rootProviders = (
  { providers }: ModuleSource,
  value: (raw: Value) => Value,
): Providers =>
  Object.fromEntries(
    (providers.aws ?? []).map((raw) => {
      const alias = typeof raw.alias === 'string' ? `.${raw.alias}` : '';
      return [`aws${alias}`, placeOf(raw, value)] as const;
    }),
  );

const placeOf = (raw: Values, value: (raw: Value) => Value): Place => {
  const accounts = value(raw.allowed_account_ids ?? []);
  const region = value(raw.region ?? unknownPlace.region);
  const account = isList(accounts) ? accounts[0] : undefined;
  return { region: asText(region), account: asText(account ?? unknownPlace.account) };
};

const reference = (raw: Value | undefined): string =>
  typeof raw === 'string' ? raw.replace(/^\$\{\s*|\s*\}$/g, '') : 'aws';

/** The place of a block's provider. */
export const placeFor = (providers: Providers, raw: Value | undefined): Place =>
  providers[reference(raw)] ?? unknownPlace;

/** The place of a root as a whole: of its default provider, or of the first where all have a name. */
export const mainPlace = (providers: Providers): Place =>
  providers.aws ?? Object.values(providers)[0] ?? unknownPlace;

/** The providers that a module's call hands down. */
export const handedDown = (providers: Providers, raw: Value | undefined): Providers => {
  if (!isObject(raw)) return providers.aws === undefined ? {} : { aws: providers.aws };
  return Object.fromEntries(
    Object.entries(raw).map(([name, outer]) => [name, placeFor(providers, outer)] as const),
  );
};
