/** Secrets beside Argo CD's own that it reads: by name, and by their labels. */
export const accessSecrets = {
  client: { name: 'argocd-sign-on', key: 'clientSecret' },
  repository: { name: 'repository', key: 'githubAppPrivateKey' },
} as const;
