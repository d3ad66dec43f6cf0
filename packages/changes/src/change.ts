import { once } from '@bizflow/kernel';
import { type RenderedFleet, readBeside, readRenderedFleet } from '@bizflow/proofs';
import { type Files, type ObjectChange, objectChanges } from './difference/objects.ts';
import { type ResourceChange, resourceChanges } from './difference/resources.ts';
import { type RootFileChange, rootFileChanges } from './difference/root-files.ts';

/** One side of a change: facts, and the texts that were rendered from them, by path from the root. */
export interface Side {
  readonly fleet: RenderedFleet['fleet'];
  /** Everything below `gitops/`, `install/`, `docs/runbooks/` and `terraform/`, its modules too. */
  readonly files: Files;
  /** Paths of rendered files that a person has edited, or that nothing has rendered, as far as that is known. */
  readonly byHand?: readonly string[];
}

/** Two sides that were read already, in part or not at all. */
export type Known = Partial<Pick<Change, 'before' | 'after'>>;

/** Two sides, read and compared: what every rule looks at. */
export interface Change {
  readonly before: RenderedFleet;
  readonly after: RenderedFleet;
  readonly objects: readonly ObjectChange[];
  readonly resources: readonly ResourceChange[];
  readonly roots: readonly RootFileChange[];
  /** Files for people, for the first install and for other languages: by path alone. */
  readonly pages: readonly string[];
  /** Files of the newer side that say what a person wrote into them, and no longer what is rendered. */
  readonly byHand: readonly string[];
}

/** Reads and compares two sides; each may have been read before. Nothing of either side is run. */
export async function changeOf(older: Side, newer: Side, known: Known = {}): Promise<Change> {
  const texts = { first: terraformOf(newer.files), second: terraformOf(older.files) };
  const manifests = { first: manifestsOf(newer.files), second: manifestsOf(older.files) };
  const files = { older: older.files, newer: newer.files, byHand: newer.byHand };
  if (areSame(texts.first, texts.second)) {
    const unplanned = { tree: {}, plans: [], planned: [] };
    return compared(
      { ...unplanned, fleet: older.fleet, manifests: manifests.second },
      { ...unplanned, fleet: newer.fleet, manifests: manifests.first },
      files,
    );
  }
  const { before, after } = await readSides(older, newer, known);
  return compared(before, after, files);
}

/** Two sides with every root planned, also where a comparison needs no plan; what is the same is planned once. */
export async function readSides(
  older: Side,
  newer: Side,
  known: Known = {},
): Promise<Pick<Change, 'before' | 'after'>> {
  const texts = { first: terraformOf(newer.files), second: terraformOf(older.files) };
  const was = planned(known.before);
  const is = planned(known.after);
  if (was !== undefined && is === undefined) {
    const turned = { first: texts.second, second: texts.first };
    const after = await readBeside(was, turned, newer.fleet, manifestsOf(newer.files));
    return { before: was, after };
  }
  const after = is ?? (await readRenderedFleet(newer.fleet, texts.first, manifestsOf(newer.files)));
  return {
    before: was ?? (await readBeside(after, texts, older.fleet, manifestsOf(older.files))),
    after,
  };
}

/** A side whose roots have plans: a comparison that needed none made none. */
const planned = (side: RenderedFleet | undefined): RenderedFleet | undefined =>
  side !== undefined && side.plans.length > 0 ? side : undefined;

/** Whether two sides have the same texts: then no plan differs, and none need be made. */
const areSame = (one: Files, other: Files): boolean =>
  Object.keys({ ...one, ...other }).every((path) => one[path] === other[path]);

/** Compares two rendered fleets that were read already, and the texts that those do not have. */
export function compared(
  before: RenderedFleet,
  after: RenderedFleet,
  { older, newer, byHand = [] }: Texts = { older: {}, newer: {} },
): Change {
  const objects = objectChanges(before.manifests, after.manifests);
  const resources = resourceChanges(before, after);
  const roots = rootFileChanges(older, newer, resources);
  const pages = pagesIn(older, newer);
  const edited = byHand.filter((path) => older[path] !== newer[path]);
  return { before, after, objects, resources, roots, pages, byHand: edited };
}

/** The texts of two sides, and which of the newer ones a person wrote. */
interface Texts {
  readonly older: Files;
  readonly newer: Files;
  readonly byHand?: readonly string[] | undefined;
}

const below = (files: Files, isWanted: (path: string) => boolean, from: number): Files =>
  Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) =>
      isWanted(path) ? [[path.slice(from), text]] : [],
    ),
  );

const manifestsOf = (files: Files): Files =>
  below(files, (path) => path.startsWith('gitops/') && path.endsWith('.yaml'), 0);

// Neither tests of modules nor what Terraform itself leaves behind.
const terraformOf = once(
  (files: Files): Files =>
    below(
      files,
      (path) => path.startsWith('terraform/') && !/\/(tests|\.[^/]*)(\/|$)/.test(path),
      'terraform/'.length,
    ),
);

const pagesIn = (older: Files, newer: Files): readonly string[] =>
  Object.keys({ ...older, ...newer })
    .filter((path) =>
      /^(?:docs\/runbooks|install|clients)\/|^terraform\/environments\/order\.json$/.test(path),
    )
    .filter((path) => older[path] !== newer[path])
    .sort();
