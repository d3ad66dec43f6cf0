import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '@bizflow/config';
import {
  foundationOrder,
  givenByHand,
  prerequisiteRow,
  prerequisites,
  serviceLinkedRoleCommands,
  stateBucketCommands,
  stepRow,
} from '@bizflow/config/order';
import { followed, loner, standby, usual } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const lines = readFileSync(join(repository, 'docs/foundation.md'), 'utf8').split('\n');
const page = lines.join('\n');

describe('docs/foundation.md', () => {
  it('has the steps of the order that is proved and rehearsed, and no other', () => {
    const rows = lines.filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toEqual(foundationOrder(usual).map(stepRow));
  });

  it('stays when another region stands by, and for another writer', () => {
    const { catalog } = usual;
    const buckets = catalog[followed.id].buckets.map((one) => ({ ...one, replicatesTo: loner.id }));
    const database = { ...catalog[standby.id].database, writer: loner.id, source: loner.id };
    const changed = {
      ...usual,
      catalog: {
        ...catalog,
        [followed.id]: { ...catalog[followed.id], buckets },
        [standby.id]: { ...catalog[standby.id], database },
      },
    };
    const rows = (fleet: Fleet) => foundationOrder(fleet).map(stepRow);
    expect(rows(changed)).toEqual(rows(usual));
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
