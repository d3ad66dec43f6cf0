export { drawnSecrets } from './drawn-secrets.ts';
export {
  colourOf,
  type LoginPasswords,
  loginColours,
  numbered,
  passwordNumber,
} from './login-passwords.ts';
export { secretPolicy } from './secret-policy.ts';
