import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstInstall } from '@bizflow/config/platform';
import { repository } from '@bizflow/testing/repository';
import { expect, it } from 'vitest';

it('has the commands of the first install in the page that a person follows, as they are run', () => {
  const page = readFileSync(join(repository, 'docs/foundation.md'), 'utf8');
  const [, id = ''] = /install\/(\S+)\/namespace\.yaml/.exec(page) ?? [];
  const lines = page.split('\n');
  const found = firstInstall({ id, name: `bizflow-${id.replace('/', '-')}` }).map((command) =>
    lines.indexOf(command),
  );
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});
