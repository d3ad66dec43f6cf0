export type { CallTable, Thing } from './call.ts';
export { callTables } from './call-tables.ts';
export { pinOf } from './pins.ts';
export {
  type Access,
  type AccessReference,
  type AccountTypes,
  accessGroups,
  accessRules,
  accountTypes,
  asksNothing,
  keyUses,
  leavingTypes,
  neverByMachine,
  type PassedRole,
  passedRoles,
  terraformAccess,
  worldwide,
} from './terraform/index.ts';
