export { type GroupName, groups } from './groups.ts';
export { rights } from './rights.ts';
export { repositoryAccess, signOn } from './sign-on.ts';
