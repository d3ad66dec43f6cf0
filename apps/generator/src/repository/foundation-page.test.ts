import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fleet } from '@bizflow/config';
import {
  type Copied,
  commandOf,
  foundationOrder,
  givenByHand,
  prerequisites,
  type Step,
  serviceLinkedRoleCommands,
  stateBucketCommands,
} from '@bizflow/config/order';
import { followed, loner, standby, usual } from '@bizflow/config/testing';
import { repository } from '@bizflow/testing/repository';
import { describe, expect, it } from 'vitest';

const lines = readFileSync(join(repository, 'docs/foundation.md'), 'utf8').split('\n');
const page = lines.join('\n');

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const stepRow = (step: Step, index: number): string =>
  row(String(index + 1), step.title, code(commandOf(step)), afterwards(step), step.because);

const afterwards = ({ copies, byHand }: Step): string => {
  const outputs = Map.groupBy(copies, ({ to }) => place(to));
  const told = [...outputs].map(([where, from]) => {
    const names = new Set(from.map(({ output }) => code(output)));
    return `${[...names].join(', ')} to ${where}`;
  });
  return [...told, ...(byHand === '' ? [] : [byHand])].join('; ');
};

// An id of each region goes into that region's own entry.
const place = ([kind, name]: Copied['to']): string =>
  kind === 'clusters' ? `its entry of ${code(kind)}` : code(`${kind}.${name}`);

const prerequisiteRow = ({
  scope,
  what,
  check,
  prints,
  otherwise,
}: (typeof prerequisites)[number]): string =>
  row(scope, what, code(check), code(prints), otherwise);

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
