import { freeze } from '@bizflow/kernel';

/** Passwords that Terraform draws and Secrets Manager keeps, by the last part of a secret's name. */
export const drawnSecrets = freeze({
  administrator: 'database-administrator-password',
  application: 'database-application-password',
  redis: 'redis-token',
} as const);
