import { type Problem, problem, unless, warnUnless } from '@bizflow/kernel';
import type { Fleet } from '../fleet/fleet.ts';
import type { AssignedValue } from './assigned.ts';
import { type Format, formats, isDocumentation } from './format-rules.ts';
import { missingRules } from './missing-rules.ts';

const remedy = 'write the real value as assigned(...) in packages/config/src/assigned/assigned.ts';

// Node strips types without checking them, so that a bare string gets here.
const valueRules = (at: string, format: Format, assigned: AssignedValue): readonly Problem[] =>
  typeof assigned.value === 'string'
    ? textRules(at, format, assigned)
    : [
        problem({
          code: 'ASSIGNED_FORMAT',
          at,
          value: JSON.stringify(assigned),
          reason: 'is neither assigned(...) nor placeholder(...)',
          remedy,
        }),
      ];

const textRules = (at: string, format: Format, assigned: AssignedValue): readonly Problem[] => [
  ...unless(formats[format].test(assigned.value), {
    code: 'ASSIGNED_FORMAT',
    at,
    value: assigned.value,
    reason: `must have the form that AWS gives it: ${formats[format].source}`,
    remedy,
  }),
  ...warnUnless(!(assigned.placeholder || isDocumentation(assigned.value)), {
    code: 'PLACEHOLDER_VALUE',
    at,
    value: assigned.value,
    reason: 'is a placeholder; AWS assigns the real value',
    remedy,
  }),
];

// AWS puts five letters before the id of the catalog.
const datastoreRules = (id: string, assigned: AssignedValue): readonly Problem[] => {
  const at = `assigned.datastores['${id}']`;
  return [
    ...valueRules(at, 'datastore', assigned),
    ...unless(String(assigned.value).slice(5) === `-${id}`, {
      code: 'ASSIGNED_FORMAT',
      at,
      value: assigned.value,
      reason: `must be five letters and -${id}: it is the id of another Global Datastore`,
      remedy,
    }),
  ];
};

/** Every value is there and has the form that AWS gives it, and each placeholder is named. */
const spelling = (fleet: Fleet): readonly Problem[] => [
  ...missingRules(fleet),
  ...Object.entries(fleet.assigned.accounts).flatMap(([name, value]) =>
    valueRules(`assigned.accounts.${name}`, 'account', value),
  ),
  ...Object.entries(fleet.assigned.keys).flatMap(([name, keys]) =>
    Object.entries(keys ?? {}).flatMap(([purpose, value]) =>
      valueRules(`assigned.keys.${name}.${purpose}`, 'multiRegionKey', value),
    ),
  ),
  ...Object.entries(fleet.assigned.datastores).flatMap(([id, value]) =>
    value === undefined ? [] : datastoreRules(id, value),
  ),
  ...Object.entries(fleet.assigned.signing).flatMap(([signed, value]) =>
    valueRules(`assigned.signing.${signed}`, 'publicKey', value),
  ),
  ...Object.entries(fleet.assigned.gitHubApp).flatMap(([name, value]) =>
    valueRules(`assigned.gitHubApp.${name}`, 'gitHubId', value),
  ),
  ...Object.entries(fleet.assigned.clusters).flatMap(([id, values]) =>
    Object.entries(values ?? {}).flatMap(([name, value]) =>
      valueRules(`assigned.clusters['${id}'].${name}`, name as Format, value),
    ),
  ),
];

/** No two accounts, clusters or signing keys share what AWS assigns to one of them. */
const shared = ({ assigned: { accounts, clusters, signing } }: Fleet): readonly Problem[] => {
  const values = [
    ...Object.entries(accounts).map(([name, value]) => ({
      at: `assigned.accounts.${name}`,
      value,
    })),
    ...Object.entries(signing).map(([signed, value]) => ({
      at: `assigned.signing.${signed}`,
      value,
    })),
    ...Object.entries(clusters).flatMap(([id, own]) =>
      Object.entries(own ?? {}).map(([name, value]) => ({
        at: `assigned.clusters['${id}'].${name}`,
        value,
      })),
    ),
  ];
  return values.flatMap(({ at, value }, index) => {
    const first = values.findIndex((other) => other.value.value === value.value);
    return unless(first === index, {
      code: 'ASSIGNED_TWICE',
      at,
      value: value.value,
      reason: `is already the value of ${values[first]?.at}`,
      remedy: 'write the value that AWS assigned to this one',
    });
  });
};

/** Every value is there, in the form that AWS gives it, and belongs to only one account or cluster. */
export const assignedRules = (fleet: Fleet): readonly Problem[] => [
  ...spelling(fleet),
  ...shared(fleet),
];
