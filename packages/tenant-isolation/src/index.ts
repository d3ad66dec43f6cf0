export { auditFunction, auditQuery, findingCodes } from './audit/audit.ts';
export { ledger, platformSchema } from './ledger.ts';
export { migration } from './migration.ts';
