/** A path that starts in a folder, its `.` and `..` worked out; above the top is the top. */
export const resolvePath = (folder: string, path: string): string => {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
};

/** The folder of a path, and the name in it. */
export const splitPath = (path: string): { readonly folder: string; readonly name: string } => {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
};
