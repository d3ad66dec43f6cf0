import type { Problem } from '@bizflow/kernel';
import type { Texts } from '@bizflow/terraform-plan';
import type { ProviderSchema } from './provider-schema.ts';
import { refused } from './refused.ts';

const reference = /(?:\b(data|ephemeral)\.)?\b(aws_\w+)\.[\w-]+(?:\[[^\]]*\])?\.(\w+)/g;

/** Attributes that an expression reads, and that a version does not have or has deprecated. */
export const textRules = (texts: Texts, schema: ProviderSchema): readonly Problem[] =>
  Object.entries(texts)
    .filter(([path]) => /\.tf(\.json)?$/.test(path))
    .flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, index) => inLine(line, `terraform/${path}:${index + 1}`, schema)),
    );

const inLine = (line: string, where: string, schema: ProviderSchema): readonly Problem[] =>
  /^\s*(?:#|\/\/)/.test(line)
    ? []
    : [...line.matchAll(reference)].flatMap(([found, mode, type = '', attribute = '']) => {
        const known = schema[mode === 'data' || mode === 'ephemeral' ? mode : 'managed'][type];
        const at = `${where} ${found}`;
        const value = mode === undefined ? `${type}.${attribute}` : `${mode}.${type}.${attribute}`;
        if (known === undefined || known.block_types?.[attribute] !== undefined) return [];
        const own = known.attributes?.[attribute];
        if (own === undefined) {
          return [
            refused('ATTRIBUTE_UNKNOWN', at, value, `${schema.called} has no such attribute`),
          ];
        }
        return own.deprecated === true
          ? [refused('ATTRIBUTE_DEPRECATED', at, value, `${schema.called} has deprecated it`)]
          : [];
      });
