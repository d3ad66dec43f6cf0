import type { Problem } from '@bizflow/kernel';
import type { Block, ModuleSource, Texts } from '@bizflow/terraform-plan';
import { bodyRules } from './body-rules.ts';
import { type Place, placeOf, providerPlace } from './place.ts';
import type { ProviderSchema } from './provider-schema.ts';
import { refused } from './refused.ts';

/** What a version of the provider refuses, or will, of a module's or root's own blocks. */
export const schemaRules = (
  texts: Texts,
  source: ModuleSource,
  schema: ProviderSchema,
): readonly Problem[] => {
  const { called } = schema;
  const configured = source.providers.aws ?? [];
  return [
    ...configured.flatMap((body) =>
      bodyRules(withoutAlias(body), schema.provider, {
        place: providerPlace(texts, source.folder, source.files),
        keys: [],
        called,
      }),
    ),
    ...source.blocks
      .filter(({ type }) => type.startsWith('aws_'))
      .flatMap((block) => {
        const place = placeOf(texts, source.folder, block);
        return [...ownRegion(block, place), ...blockRules(block, schema, place)];
      }),
  ];
};

// Terraform's own argument of a provider.
const withoutAlias = ({ alias: _alias, ...body }: ModuleSource['locals']) => body;

function blockRules({ mode, type, body }: Block, schema: ProviderSchema, place: Place) {
  const { called } = schema;
  const known = schema[mode][type];
  if (known === undefined) {
    return [
      refused('TYPE_UNKNOWN', place.at(), type, `${called} has no ${mode} type of this name`),
    ];
  }
  return [
    ...(known.deprecated === true
      ? [refused('TYPE_DEPRECATED', place.at(), type, `${called} has deprecated the type`)]
      : []),
    ...bodyRules(body, known, { place, keys: [], called }),
  ];
}

// Since version 6 almost every resource takes a region; 5.100 knows none of those.
const ownRegion = ({ body }: Block, place: Place): readonly Problem[] =>
  body.region === undefined
    ? []
    : [
        refused(
          'REGION_OF_ONE',
          place.at('region'),
          String(body.region),
          'only version 6 of the provider has this argument',
        ),
      ];
