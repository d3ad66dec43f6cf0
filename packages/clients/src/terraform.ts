import type { CatalogDocument } from '@bizflow/region-catalog/document';

// In a string of Terraform's JSON, these open a template.
const escaped = (text: string): string =>
  text.replaceAll(/[$%]\{/g, (open) => open.charAt(0) + open);

const literal = (value: unknown): unknown => JSON.parse(escaped(JSON.stringify(value)));

/** A module without a provider: an output for each part of the catalog. */
export const terraformModule = (document: CatalogDocument): unknown => ({
  terraform: { required_version: '>= 1.11' },
  output: Object.fromEntries(
    Object.entries(document)
      .filter(([name]) => name !== 'apiVersion')
      .map(([name, value]) => [name, { description: descriptions[name], value: literal(value) }]),
  ),
});

const descriptions: Readonly<Record<string, string>> = {
  regions: 'One fact sheet per region, under its AWS id.',
  hosts: 'The public names of each region in production.',
  countries: 'Where the tenants of each country are placed, and the laws that protect them.',
  exceptions: 'Every flow of data across a border that is allowed, with its legal basis.',
  regulations: 'The data-protection laws that regions name.',
  neighbours:
    'Countries of Europe that no region serves: whether their law lets them follow their continent.',
};
