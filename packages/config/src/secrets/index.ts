export { drawnSecrets } from './drawn-secrets.ts';
