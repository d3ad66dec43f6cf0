import type { Kind } from './kinds.ts';
import type { VersionReport } from './kubernetes-api.ts';

/** What could not be checked, which tool is missing, and why. */
export interface Skip {
  readonly tool: 'crds' | 'go';
  readonly what: string;
  readonly why: string;
}

/** One reason for all, as a rule: Go is missing, or its module proxy. */
export const versionSkips = (versions: readonly VersionReport[]): readonly Skip[] =>
  [...Map.groupBy(versions, ({ skip }) => skip)].flatMap(([skip, reports]) =>
    skip === undefined
      ? []
      : [
          {
            tool: 'go',
            what: `Kubernetes ${reports.map(({ version }) => version).join(', ')}`,
            why: skip,
          },
        ],
  );

/** The kinds whose definitions are not to be had here. */
export function kindSkips(kinds: readonly Kind[]): readonly Skip[] {
  const custom = kinds.filter(({ pin }) => pin !== undefined);
  const missing = custom.filter(({ unavailable }) => unavailable !== undefined);
  const [first] = missing;
  if (missing.length > 1 && missing.length === custom.length) {
    return [{ tool: 'crds', what: 'custom resources', why: `${first?.unavailable}` }];
  }
  return missing.map(({ pin, unavailable }) => ({
    tool: 'crds',
    what: `${pin?.kind}`,
    why: `${unavailable}`,
  }));
}
