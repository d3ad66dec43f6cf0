export { drawnSecrets } from './drawn-secrets.ts';
export { secretPolicy } from './secret-policy.ts';
