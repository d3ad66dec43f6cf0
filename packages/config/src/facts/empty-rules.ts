import { isObject, type Problem, problem } from '@bizflow/kernel';

/**
 * Lists that may be empty: what there need not be any of. Of every other list an empty one would silently take away what
 * its members protect, such as the environments of a freeze or the headers that logs leave out.
 */
const mayBeEmpty =
  /(\.(after|serves|count|dimensions|keeps|waiting|keys|references|formerKeys|leadsTo|quietReasons|highRiskCountries)|^(release\.(freezes|commitSignatures\.\w+)|recovery\.regionsWithoutMacie|alarms\.recoveryListeners|platform\.controllerUndoes|foundation\.optionalModules|network\.firewallExceptions|tenancy\.(tenants|tenancy\.(views|shared|reviews))))$/;

/** No list of facts is empty, but for those that may be; the catalog has rules of its own. */
export function emptyRules({ catalog: _, ...facts }: Readonly<Record<string, unknown>>) {
  const seen = new Set<unknown>();
  const below = (value: unknown, path: string): readonly Problem[] => {
    if (!isObject(value) || seen.has(value)) return [];
    seen.add(value);
    const isList = Array.isArray(value);
    if (isList && value.length === 0 && !mayBeEmpty.test(path)) return [empty(path)];
    return Object.entries(value).flatMap(([key, part]) =>
      below(part, isList ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    );
  };
  return below(facts, '');
}

const empty = (at: string): Problem =>
  problem({
    code: 'FACT_EMPTY',
    at,
    value: '[]',
    reason: 'is an empty list, so that its effect would be lost without a warning',
    remedy: 'write at least one, or remove what has the list',
  });
