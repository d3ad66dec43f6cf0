const organization = 'https://github.com/bizflow';

/** The Git repository whose `gitops/` Argo CD pulls. */
export const repository = `${organization}/platform.git`;

/** The Git repository of a service's own source, which its image is built from. */
export const sourceRepository = ({ name }: { readonly name: string }): string =>
  `${organization}/${name}.git`;
