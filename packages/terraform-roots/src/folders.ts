/** The folder of every rendered root; hand-written files are elsewhere. */
export const environmentsFolder = 'terraform/environments';

/** Where a root lies that `@bizflow/config/order` names. */
export const folderOf = (root: string): string => `${environmentsFolder}/${root}`;

/** The way from a root's folder to what is written by hand: `../../../modules/vpc`. */
export const handWritten = (folder: string, path: string): string =>
  `${'../'.repeat(folder.split('/').length - 1)}${path}`;
