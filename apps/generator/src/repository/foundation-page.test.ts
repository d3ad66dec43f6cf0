import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  foundationOrder,
  givenByHand,
  prerequisiteRow,
  prerequisites,
  serviceLinkedRoleCommands,
  stateBucketCommands,
  stepRow,
} from '@bizflow/config/order';
import { usual } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const lines = readFileSync(join(repository, 'docs/foundation.md'), 'utf8').split('\n');
const page = lines.join('\n');

describe('docs/foundation.md', () => {
  it('has the steps of the order that is proved and rehearsed, and no other', () => {
    const rows = lines.filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toEqual(foundationOrder(usual).map(stepRow));
  });

  it('has the checklist that is rehearsed, and no other', () => {
    const rows = lines.filter((line) => /^\| (?:organization|account|region) \|/.test(line));
    expect(rows).toEqual(prerequisites.map(prerequisiteRow));
  });

  it('has the commands that are run before the first root', () => {
    expect(page).toContain(serviceLinkedRoleCommands.join('\n'));
    expect(page).toContain(stateBucketCommands.join('\n'));
    for (const [name, value] of Object.entries(givenByHand)) {
      expect(page).toContain(`export ${name}='${value}'`);
    }
  });
});
