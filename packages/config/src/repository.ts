/** The Git repository whose `gitops/` Argo CD pulls. */
export const repository = 'https://github.com/bizflow/platform.git';
