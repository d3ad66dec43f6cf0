import { freeze } from '@bizflow/kernel';

/** How people sign on to each Argo CD: a user pool, for which IAM Identity Center vouches (docs/decisions/0053). */
export const signOn = freeze({
  /** What the button of the login page says. */
  provider: 'AWS IAM Identity Center',
  /** A user pool refuses the scope `groups`, which Argo CD would ask for. */
  scopes: ['openid', 'email', 'profile'],
  /** The claim of an ID token in which a user pool lists groups (Cognito, "Using the ID token"). */
  groupsClaim: 'cognito:groups',
  /** Below it are the token endpoints of user pools (Cognito, "Federation endpoints"). */
  tokenDomain: '.amazoncognito.com',
  /** Secrets Manager, after `bizflow/<environment>/<region>/`: the secret of Argo CD's client. */
  clientSecret: 'argo-cd-client',
} as const);

/** How each Argo CD reads the private repository: as a GitHub App, whose tokens last an hour. */
export const repositoryAccess = freeze({
  /** Secrets Manager, after `bizflow/<environment>/<region>/`: the private key of the App, as PEM. */
  privateKey: 'github-app-key',
} as const);
