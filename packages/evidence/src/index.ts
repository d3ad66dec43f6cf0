export { evidenceFolder } from './evidence-folder.ts';
export { type EvidenceFile, evidenceOf } from './files.ts';
