import type { Manifest } from '@bizflow/config';
import { withHeader } from './header.ts';
import { type Json, yaml } from './yaml.ts';

/** The exact bytes of an object's file: the header, then YAML that every parser reads alike. */
export const serialize = (body: Manifest): string => withHeader(yaml(body as Json));
