import { freeze } from '@bizflow/kernel';

/** Passwords that Terraform draws and Secrets Manager keeps, by the last part of a secret's name. */
export const drawnSecrets = freeze({
  administrator: 'database-administrator-password',
  blue: 'database-blue-password',
  green: 'database-green-password',
  redis: 'redis-token',
} as const);
