export { type Access, type AccessTable, providerVersion } from './access.ts';
export { type AccountTypes, accountTypes } from './accounts.ts';
export { accessGroups, asksNothing, keyUses, terraformAccess } from './groups.ts';
export { neverByMachine } from './never.ts';
export { type PassedRole, passedRoles } from './passed-roles.ts';
export { worldwide } from './worldwide.ts';
