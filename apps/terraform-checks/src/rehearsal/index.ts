export { run } from '../cli/run.ts';
export {
  copyOf,
  findTerraform,
  initArguments,
  type Terraform,
  terraformEnv,
} from '../cli/terraform.ts';
export { motoVersion, multiRegionKeys, pythonWithMoto } from './moto.ts';
export { prepare } from './prepare.ts';
