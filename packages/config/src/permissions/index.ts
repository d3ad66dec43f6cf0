export type { CallTable, Thing } from './call.ts';
export { callTables } from './call-tables.ts';
export { pinOf } from './pins.ts';
