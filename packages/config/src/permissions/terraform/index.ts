export type { Access } from './access.ts';
export { accessGroups } from './access-groups.ts';
export { accessRules } from './access-rules.ts';
export type { AccessReference } from './access-table-rules.ts';
export { type AccountTypes, accountTypes, leavingTypes } from './accounts.ts';
export { asksNothing, keyUses, terraformAccess } from './groups.ts';
export { neverByMachine } from './never.ts';
export { type PassedRole, passedRoles } from './passed-roles.ts';
export { worldwide } from './worldwide.ts';
