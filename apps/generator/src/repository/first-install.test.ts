import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstInstall } from '@bizflow/config/platform';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

it('has the commands of the first install in the page that a person follows, as they are run', () => {
  const page = readFileSync(join(repository, 'docs/foundation.md'), 'utf8').split('\n');
  const id = 'production/eu-west-2';
  const found = firstInstall({ id, name: 'bizflow-production-eu-west-2' }).map((command) =>
    page.indexOf(command),
  );
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});
