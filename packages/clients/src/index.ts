export { clientFiles, clientsFolder } from './files.ts';
