import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { evaluate, type Scope } from '../expression/evaluate.ts';
import { parseTemplate } from '../expression/parse.ts';
import { asText, isObject, type Value } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';

/** Functions that read files of the tree. */
export const fileFunctions = ({ assets }: ModuleSource): Scope['functions'] => {
  const read = (path: Value | undefined): string => {
    const text = assets[posix.normalize(asText(path ?? ''))];
    if (text === undefined) throw new Error(`there is no file ${asText(path ?? '')}`);
    return text;
  };
  const digest = (path: Value | undefined, encoding: 'hex' | 'base64'): string =>
    createHash('sha256').update(read(path)).digest(encoding);
  return {
    file: ([path]) => read(path),
    fileexists: ([path]) => posix.normalize(asText(path ?? '')) in assets,
    filesha256: ([path]) => digest(path, 'hex'),
    filebase64sha256: ([path]) => digest(path, 'base64'),
    templatefile: ([path, names = {}]) =>
      evaluate(parseTemplate(read(path)), {
        functions: {},
        lookUp: (name) => {
          const found = isObject(names) ? names[name] : undefined;
          if (found === undefined) throw new Error(`the template is not given ${name}`);
          return found;
        },
      }),
  };
};
