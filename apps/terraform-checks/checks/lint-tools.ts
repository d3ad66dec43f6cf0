import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '@bizflow/testing/repository';
import { checkov, kubeScore, tflint, toolsFolder } from '../src/lint/tools.ts';

// `nx lint-tools terraform-checks`: what `terraform-lint` and `linters` run, installed once for both, which then may run
// at the same time. A tool that cannot be installed is named by the check that needs it.
const folder = join(repository, toolsFolder);
mkdirSync(folder, { recursive: true });
const tools = { tflint: tflint(folder), 'kube-score': kubeScore(folder), checkov: checkov(folder) };
for (const [name, tool] of Object.entries(tools)) {
  console.log('why' in tool ? `${name} is not installed: ${tool.why}` : `${name} is installed`);
}
