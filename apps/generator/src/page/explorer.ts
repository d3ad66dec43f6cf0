import { type Assets, fleetData, html } from '@bizflow/page';
import { GeneratorError } from '../error.ts';
import { factsOf } from '../facts.ts';
import { isError, plan } from '../plan.ts';
import { renderedFrom } from '../prove/rendered-in.ts';
import type { Folder } from '../reconcile.ts';
import { writePage } from './write-page.ts';

/** Where the page of the fleet as it is lies, and the way from there to the root. */
export const explorerPath = 'docs/explorer/index.html';
const toRoot = '../../';

/** Writes the page of the fleet that a render of the work tree makes, and returns its size in bytes. */
export async function explorer(tree: Folder, assets: Assets): Promise<number> {
  const facts = factsOf(tree);
  const { files, problems } = plan(facts, {});
  const faults = problems.filter(isError);
  if (faults.length > 0) throw new GeneratorError(faults);
  const now = fleetData(await renderedFrom(tree, facts, files));
  const text = html({ title: 'BizFlow fleet', root: toRoot, now, plan: null }, assets);
  return writePage(tree, explorerPath, text);
}
