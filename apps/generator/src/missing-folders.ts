/** A folder of which no planned file is there, with how many there are; or a file that is missing alone. */
export interface Missing {
  readonly path: string;
  readonly files: number;
}

/** What is missing of the planned files, each whole folder once, in the order of the plan. */
export function missingFolders(
  missing: readonly string[],
  planned: readonly string[],
): readonly Missing[] {
  const all = countBelow(planned);
  const gone = countBelow(missing);
  const topmost = (path: string): string =>
    foldersOf(path).find((folder) => gone.get(folder) === all.get(folder)) ?? path;
  const groups = Map.groupBy(missing, topmost);
  return [...groups].map(([folder, files]) =>
    files.length === 1
      ? { path: files[0] ?? folder, files: 1 }
      : { path: folder, files: files.length },
  );
}

/** The folders that a file is in, the outermost first: `a/`, `a/b/`. */
const foldersOf = (path: string): readonly string[] =>
  [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1));

function countBelow(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const folder of paths.flatMap(foldersOf)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return counts;
}
