import { join } from 'node:path';
import { awsSchema, type ProviderSchema } from '../provider-range/provider-schema.ts';
import { run } from './run.ts';
import { type Terraform, terraformEnv } from './terraform.ts';

/** The schemas of the provider that `init` put into a folder, by the provider itself. */
export async function ownSchema(
  { binary }: Terraform,
  tree: string,
  path: string,
): Promise<ProviderSchema | string> {
  const place = { cwd: join(tree, path), env: terraformEnv() };
  const { code, text } = await run(binary, ['providers', 'schema', '-json'], place);
  const start = text.indexOf('{');
  if (code !== 0 || start < 0) return text;
  return awsSchema(text.slice(start, text.lastIndexOf('}') + 1), 'the provider that runs here');
}
