import { guesses } from '../guesses/guesses.ts';

const organization = `https://github.com/${guesses.gitHubOrganization.value}`;

/** The Git repository whose `gitops/` Argo CD pulls. */
export const repository = `${organization}/platform.git`;

/** The Git repository of a service's own source, which its image is built from. */
export const sourceRepository = ({ name }: { readonly name: string }): string =>
  `${organization}/${name}.git`;
