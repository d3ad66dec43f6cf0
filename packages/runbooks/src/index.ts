export { runbookFiles, runbooksFolder } from './files.ts';
