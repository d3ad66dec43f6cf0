import { evaluate } from '../expression/evaluate.ts';
import { parseTemplate } from '../expression/parse.ts';
import type { Scope } from '../expression/scope.ts';
import { asText, isObject, type Value } from '../expression/value.ts';
import type { ModuleSource } from '../hcl/module-source.ts';
import { resolvePath } from '../hcl/paths.ts';

/** Functions that read files of the tree. */
export const fileFunctions = ({ assets }: ModuleSource): Scope['functions'] => {
  const pathOf = (path: Value | undefined): string => resolvePath('', asText(path ?? ''));
  const read = (path: Value | undefined): string => {
    const text = assets[pathOf(path)];
    if (text === undefined) throw new Error(`there is no file ${asText(path ?? '')}`);
    return text;
  };
  return {
    file: ([path]) => read(path),
    fileexists: ([path]) => pathOf(path) in assets,
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
