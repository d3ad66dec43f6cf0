import { type Assets, fleetData, html } from '@bizflow/page';
import { factsOf } from '../facts.ts';
import { renderedFrom } from '../prove/rendered-in.ts';
import type { Folder } from '../reconcile.ts';
import { soundPlan } from '../sound-plan.ts';
import { writePage } from './write-page.ts';

/** Where the page of the fleet as it is lies, and the way from there to the root. */
export const explorerPath = 'docs/explorer/index.html';
const toRoot = '../../';

/** Writes the page of the fleet, and returns its size in bytes. */
export const explorer = async (tree: Folder, assets: Assets): Promise<number> =>
  writePage(tree, explorerPath, await explorerPage(tree, assets));

/** The page of the fleet that a render of the work tree makes; it has no header yet. */
export async function explorerPage(tree: Folder, assets: Assets): Promise<string> {
  const facts = factsOf(tree);
  const files = soundPlan(tree, facts);
  const now = fleetData(await renderedFrom(tree, facts, files));
  return html({ title: 'BizFlow fleet', root: toRoot, now, plan: null }, assets);
}
