export { run } from '../cli/run.ts';
export { copyOf, initArguments, terraformEnv } from '../cli/terraform.ts';
export { multiRegionKeys } from './moto.ts';
export { prepare } from './prepare.ts';
export { type RehearsalTools, rehearsalTools } from './tools.ts';
