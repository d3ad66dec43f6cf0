import { holdsFacts } from '../fact-sources/facts-in.ts';
import type { Changed } from './changed-sources.ts';
import { codeIn } from './constants.ts';

/** Files that pin what others publish, all of it facts. */
export const isLock = /^(?:images|charts)\.lock\.json$/;

/** Code that decides what is rendered, and modules that are rendered about. */
export const renders =
  /^packages\/(?:config|kernel|region-catalog|k8s-manifests|waf-rules|terraform-roots|runbooks|tenant-isolation|metrics)\/src\/(?!.*\.test\.ts$).*\.ts$|^terraform\/(?:modules|global)\/(?!.*\/tests\/)/;

/** Everything by which two work trees may render the same facts otherwise, libraries too. */
export const decides =
  /^(?:packages\/[^/]+|apps\/generator)\/src\/(?!.*\.test\.ts$)|^(?:images|charts|package)(?:\.|-)lock\.json$/;

/** Whether a source says something else beside its constants; a comment is nothing that it says. */
export const isCode = ({ path, before, after }: Changed): boolean => {
  if (isLock.test(path)) return false;
  if (!path.endsWith('.ts')) return true;
  const [was, is] = [before ?? '', after ?? ''].map((text) => codeIn(text, !holdsFacts.test(path)));
  return was !== is;
};
