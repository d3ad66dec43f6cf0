// Rendered by @bizflow/generator from packages/; change the facts there. sha256:8d5b985ac1622bbac762b739735cc11d834a936fa9134e6e3d95e1b5564cfa50
// Package regioncatalog says where BizFlow runs: regions, the laws that bind them, and where each country's
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
