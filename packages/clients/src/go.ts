import { pascal, type RecordShape, typeIn, type Words } from './shapes.ts';

/** A struct for each record; what may be absent is a pointer. */
export const goTypes = (records: readonly RecordShape[]): string =>
  [
    'package regioncatalog\n',
    ...records.map(({ name, description, members }) => {
      const comment = description === '' ? '' : `// ${name}: ${description}\n`;
      return `\n${comment}type ${name} struct {\n${fields(members)}}\n`;
    }),
  ].join('');

// In columns, as gofmt has them.
function fields(members: RecordShape['members']): string {
  const rows = Object.entries(members).map(
    ([key, shape]) => [pascal(key), typeIn(shape, words), `\`json:"${key}"\``] as const,
  );
  const widest = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length));
  const [names, types] = [widest(0), widest(1)];
  return rows
    .map(([name, of, tag]) => `\t${name.padEnd(names)} ${of.padEnd(types)} ${tag}\n`)
    .join('');
}

const words: Words = {
  ...{ text: 'string', number: 'int', switch: 'bool' },
  list: (of) => `[]${of}`,
  table: (of) => `map[string]${of}`,
  nullable: (of) => `*${of}`,
  absent: (of) => `*${of}`,
};

/** The module's own code: look-ups that answer as those of `@bizflow/region-catalog` do. */
export const goModule = `// Package regioncatalog says where BizFlow runs: regions, the laws that bind them, and where each country's
// tenants are placed.
package regioncatalog

import (
	"encoding/json"
	"slices"
	"sync"
)

// Read returns all that is known. Every reader shares it: read it, never write it.
var Read = sync.OnceValue(func() Catalog {
	var catalog Catalog
	if err := json.Unmarshal([]byte(document), &catalog); err != nil {
		panic("regioncatalog: the rendered document is broken: " + err.Error())
	}
	return catalog
})

// Country is the region of a country's tenants, why that one, and its laws; false for what is not an ISO 3166-1
// alpha-2 code (the United Kingdom is "GB").
func Country(code string) (CountryFacts, bool) {
	facts, known := Read().Countries[code]
	return facts, known
}

// RegionsUnder is the ids of the regions that a law binds, in alphabetical order; false for an unknown law.
func RegionsUnder(law string) ([]string, bool) {
	if _, known := Read().Regulations[law]; !known {
		return nil, false
	}
	ids := []string{}
	for id, facts := range Read().Regions {
		if slices.Contains(facts.Regulations, law) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, true
}
`;
