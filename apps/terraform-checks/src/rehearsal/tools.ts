import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckCommand } from '@bizflow/testing/check-command';
import { repository } from '@bizflow/testing/repository';
import { findTerraform, type Terraform } from '../cli/terraform.ts';
import { pythonWithMoto } from './moto.ts';

/** What an apply against moto needs. */
export interface RehearsalTools {
  readonly terraform: Terraform;
  readonly python: string;
}

/** The tools of a rehearsal; where one is missing, that is printed. */
export function rehearsalTools(command: CheckCommand, what: string): RehearsalTools | undefined {
  const terraform = findTerraform();
  if (typeof terraform === 'string') {
    command.without('terraform', what, terraform);
    return undefined;
  }
  const cache = join(repository, '.cache');
  mkdirSync(cache, { recursive: true });
  const found = pythonWithMoto(cache);
  if ('python' in found) return { terraform, python: found.python };
  command.without('moto', what, found.why);
  return undefined;
}
