import type { Fleet } from '@bizflow/config';
import { fleetAt, formerLaws } from '@bizflow/config/moves';
import type { Region, ResidencyException, Sheet } from '@bizflow/region-catalog';
import { endsItsRegion, type Move } from '@bizflow/region-catalog/moves';
import type { Tree } from '@nx/devkit';
import { sources } from '../catalog-sources.ts';
import { editFile } from '../scaffold/edit-file.ts';
import { withElement, withMember, withoutElements } from '../scaffold/source-edit.ts';
import { literal } from '../scaffold/typescript.ts';
import { withoutUnused } from '../scaffold/unused-source.ts';
import { releasePrices } from './budgets.ts';
import { writeFormerLaws } from './former-laws.ts';
import { removeMove } from './move-file.ts';
import { removeRegion } from './remove-region.ts';

/** Writes what a move has made into the facts, and takes the move away: the fact sheets say what is. */
export function forget(tree: Tree, facts: Fleet, move: Move): void {
  const after = fleetAt(facts, move, 'forget');
  for (const region of Object.values(after.catalog))
    writeSheet(tree, facts.sheets[region.id], region);
  writeExceptions(tree, facts.writtenExceptions, after.exceptions);
  moveTenants(tree, facts, move);
  writeFormerLaws(tree, formerLaws(facts.catalog, after.catalog, facts.formerValues));
  if (endsItsRegion(move)) {
    const { by = '', evidence = '' } = move.confirmations.at(-1) ?? {};
    releasePrices(tree, facts, move.from, move.to);
    removeRegion(tree, move.from, { by, evidence });
  }
  removeMove(tree, move);
}

/** The members of a sheet that a move can change, each with the way to it. */
const members = [
  { names: ['serves'], of: ({ serves }: Sheet) => serves },
  { names: ['regulations'], of: ({ regulations }: Sheet) => regulations },
  { names: ['fallback'], of: ({ fallback }: Sheet) => fallback },
  { names: ['buckets'], of: ({ buckets }: Sheet) => buckets },
  { names: ['dns', 'locations'], of: ({ dns }: Sheet) => dns.locations },
] as const;

const writeSheet = (tree: Tree, before: Sheet | undefined, after: Region): void => {
  if (before === undefined) return;
  editFile(tree, `${sources}/regions/${after.id}.ts`, (text) =>
    withoutUnused(
      members
        .filter(({ of }) => JSON.stringify(of(before)) !== JSON.stringify(of(after)))
        .reduce((own, { names, of }) => withMember(own, names, literal(of(after), '  ')), text),
    ),
  );
};

const key = ({ flow, from, to, basis, subjects }: ResidencyException): string =>
  JSON.stringify([flow, from, to, basis, [...subjects].sort()]);

const writeExceptions = (
  tree: Tree,
  written: readonly ResidencyException[],
  // A move's own flow has ended with it.
  needed: readonly ResidencyException[],
): void => {
  const kept = needed.map(key);
  const known = written.map(key);
  const gone = written.filter((one) => !kept.includes(key(one)));
  const come = needed.filter((one) => !known.includes(key(one)));
  editFile(tree, `${sources}/exceptions.ts`, (text) =>
    withoutUnused(
      come.reduce(
        (own, one) => withElement(own, 'writtenExceptions', literal(one, '  ')),
        withoutElements(text, 'writtenExceptions', (_, { flow, from, to, basis }) =>
          // A basis that is a constant of another source is not written out here.
          gone.some(
            (one) =>
              one.flow === flow &&
              one.from === from &&
              one.to === to &&
              (basis === undefined || one.basis === basis),
          ),
        ),
      ),
    ),
  );
};

const moveTenants = (tree: Tree, { tenants }: Fleet, { from, to, people }: Move): void => {
  const moved = tenants.filter(({ region, country }) => region === to && people.includes(country));
  if (to === null || moved.length === 0) return;
  editFile(tree, 'packages/config/src/tenancy/tenants.ts', (text) =>
    moved.reduce(
      (own, { name }) =>
        own.replace(new RegExp(`(name: '${name}'[^}]*region: )'${from}'`), `$1'${to}'`),
      text,
    ),
  );
};
