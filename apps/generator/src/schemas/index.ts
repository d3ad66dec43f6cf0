export { type CrdFile, type CrdPin, crdFile } from './crd-file.ts';
export { goModule } from './go-module.ts';
export { manifestFiles, type TypedFile } from './manifest-files.ts';
